"""svg.py FILE: what there is to be seen in a picture of plot's.

Its title; the texts, in their order; for each line its name in the key, of how many
pieces it is, and its points: how far along and up they are between the outermost of
all; for each bar its length as a part of the longest; which elements it is made of.
"""
import re
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"[-0-9.]+")
root = tree.parse(sys.argv[1]).getroot()


def numbers(text):
    return [float(number) for number in NUMBER.findall(text)]


class Line:
    """A line; of its points and pieces the key has one of each."""

    def __init__(self, group):
        self.name = [text.text or "" for text in group.iter(SVG + "text")]
        of_key = len(self.name)
        self.points = [numbers(use.get("transform"))[:2] for use in group.iter(SVG + "use")]
        self.points = self.points[:len(self.points) - of_key]
        self.pieces = sum(path.get("d").count("M") for path in group.iter(SVG + "path"))
        self.pieces -= of_key


def part(value, values):
    return (value - min(values)) / ((max(values) - min(values)) or 1)


print("title", root.find(SVG + "title").text)
for text in root.iter(SVG + "text"):
    print("text", (text.text or "").strip())
lines = [Line(group) for group in root.iter(SVG + "g")
         if group.get("id", "").startswith("gnuplot_plot")]
xs = [x for line in lines for x, _ in line.points]
ys = [-y for line in lines for _, y in line.points]
for line in lines if xs else []:
    print("line", *line.name, line.pieces, *("%.2f/%.2f" % (part(x, xs), part(-y, ys))
                                             for x, y in line.points))
bars = [numbers(bar.get("points"))[::2] for bar in root.iter(SVG + "polygon")]
lengths = [max(bar) - min(bar) for bar in bars]
for length in lengths:
    print("bar %.3f" % (length / max(lengths)))
print("made of", *sorted({element.tag.replace(SVG, "") for element in root.iter()}))
