#!/bin/sh
# places.sh [DIR]: makes places.tsv and towns.tsv anew beside this script, from
# lists that two npm packages keep; needs npm, tar and awk.  DIR holds packages
# fetched before (NAME-VERSION.tgz); new ones are put there.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-$(mktemp -d)}
cd "$dir"

# The day of each list, its package, its folder in there.
lists='
200712 gb2260 0.6.0
200812 gb2260 0.6.0
200912 gb2260 0.6.0
201010 gb2260 0.6.0
201110 gb2260 0.6.0
201210 gb2260 0.6.0
201308 gb2260 0.6.0
201410 gb2260 0.6.0
201509 gb2260 0.6.0
201607 china-division 1.3.2
201810 china-division 2.2.0
202006 china-division 2.4.0
202210 china-division 2.6.1
202306 china-division 2.7.0
'

# Peoples in the names of autonomous divisions, longer names first.
peoples='柯尔克孜|达斡尔族|哈萨克族|维吾尔族|土家族|布依族|朝鲜族|哈尼族|傈僳族|拉祜族|东乡族|纳西族|景颇族|仫佬族|撒拉族|毛南族|仡佬族|普米族|裕固族|保安族|独龙族|布朗族|鄂温克族|蒙古族|哈萨克|维吾尔|塔吉克|回族|藏族|苗族|彝族|壮族|满族|侗族|瑶族|白族|傣族|黎族|佤族|畲族|水族|土族|羌族|怒族|各族|蒙古|锡伯'

# Other names in use: of autonomous divisions and banners with long names.
customary='
博尔塔拉蒙古自治州=博州
巴音郭楞蒙古自治州=巴州
克孜勒苏柯尔克孜自治州=克州
前郭尔罗斯蒙古族自治县=前郭县
喀喇沁左翼蒙古族自治县=喀左县
杜尔伯特蒙古族自治县=杜蒙县
莫力达瓦达斡尔族自治旗=莫旗
科尔沁右翼前旗=科右前旗
科尔沁右翼中旗=科右中旗
科尔沁左翼中旗=科左中旗
科尔沁左翼后旗=科左后旗
察哈尔右翼前旗=察右前旗
察哈尔右翼中旗=察右中旗
察哈尔右翼后旗=察右后旗
新巴尔虎左旗=新左旗
新巴尔虎右旗=新右旗
土默特左旗=土左旗
土默特右旗=土右旗
达尔罕茂明安联合旗=达茂旗
西乌珠穆沁旗=西乌旗
东乌珠穆沁旗=东乌旗
阿拉善左旗=阿左旗
阿拉善右旗=阿右旗
'

fetch() {
	[ -f "$1-$2.tgz" ] || npm pack --silent "$1@$2" >/dev/null
	[ -d "$1-$2" ] || { mkdir "$1-$2" && tar -xzf "$1-$2.tgz" -C "$1-$2"; }
}

# files KIND...: the lists with these kinds of divisions, for awk.
files() {
	echo "$lists" | while read -r day name version; do
		case $name in
		gb2260)	case $* in *areas*)
				fetch "$name" "$version"
				echo "day=$day $name-$version/package/lib/$day.json"
			esac ;;
		china-division)
			fetch "$name" "$version"
			for kind; do
				echo "day=$day $name-$version/package/dist/$kind.json"
			done ;;
		esac
	done
}

# The header and the comments of FILE, which are kept.
head_of() {
	sed -n '1p;/^#/p' "$here/$1"
}

# shellcheck disable=SC2046	# as many words as there are
{
	awk -v peoples="$peoples" -v towns=0 \
	    -v customary="$(echo "$customary" | tr '\n' ' ')" -f "$here/places.awk" \
	    $(files provinces cities areas) | sort >places
	awk -v peoples= -v towns=1 -f "$here/places.awk" $(files streets) |
	    sort >towns
}
for list in places towns; do
	head_of "$list.tsv" | cat - "$list" >"$list.new"
	cp "$list.new" "$here/$list.tsv"
done
