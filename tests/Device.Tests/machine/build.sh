#!/usr/bin/env bash
# Makes a small virtual machine with video devices out of Debian packages: kernel, kernel-with-vivid, v4l2loopback, busybox.
# Nothing is installed, and no root is needed. The last line says what is missing if it fails.
#   build.sh FOLDER     leaves FOLDER/vmlinux, FOLDER/initrd.gz and FOLDER/built
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=${1:?a folder}
mkdir -p -- "$out"
out=$(cd -P -- "$out" && pwd)

want=$(cat -- "$here/build.sh" "$here/init" | sha256sum)
[[ -f $out/built && $(<"$out/built") == "$want" ]] && exit 0
rm -f -- "$out/built"

for tool in qemu-system-x86_64:qemu-system-x86 cpio:cpio depmod:kmod xz:xz-utils make:make gcc-12:gcc-12 dpkg-deb:dpkg apt-get:apt; do
  PATH=$PATH:/usr/sbin:/sbin command -v "${tool%%:*}" >/dev/null || {
    echo "${tool%%:*} is missing (Debian package ${tool##*:})"
    exit 1
  }
done
[[ -x /bin/busybox ]] || {
  echo "busybox is missing (Debian package busybox-static)"
  exit 1
}
export PATH=$PATH:/usr/sbin:/sbin

# Debian's ordinary kernel: the one for clouds has no vivid. Package lists of one's own where the system has none.
work=$out/work
rm -rf -- "$work"
mkdir -p -- "$work/debs" "$work/lists/partial" "$work/cache/archives/partial" "$work/root"
apt=()
depends() { apt-cache "${apt[@]}" depends "$1" 2>/dev/null | awk '/Depends:/ { print $2 }' | grep -v '^<'; }
if [[ -z $(depends linux-image-amd64) ]]; then
  apt=(-o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache")
  apt-get "${apt[@]}" -qq update || {
    echo "the lists of Debian's packages can't be loaded"
    exit 1
  }
fi
image=$(depends linux-image-amd64 | head -n 1)
version=${image#linux-image-}
[[ -n $version ]] || {
  echo "there is no Debian package linux-image-amd64 here"
  exit 1
}
mapfile -t packages < <(printf '%s\n' "$image" "linux-headers-$version" v4l2loopback-dkms; depends "linux-headers-$version" | grep '^linux-')
(cd "$work/debs" && apt-get "${apt[@]}" -qq download $(printf '%s\n' "${packages[@]}" | sort -u) 2>"$work/apt.log") || {
  echo "Debian's packages can't be downloaded: $(tail -n 1 "$work/apt.log")"
  exit 1
}
for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
rm -rf -- "$work/debs"

# The headers name their other half by its place after installation.
sed -i "s#include /usr/src#include $work/root/usr/src#" "$work/root/usr/src/linux-headers-$version/Makefile"
cp -r -- "$work"/root/usr/src/v4l2loopback-* "$work/v4l2loopback"
make -s -C "$work/root/usr/src/linux-headers-$version" M="$work/v4l2loopback" modules >"$work/make.log" 2>&1 || {
  echo "v4l2loopback can't be compiled: $(tail -n 1 "$work/make.log")"
  exit 1
}
strip --strip-debug "$work/v4l2loopback/v4l2loopback.ko"
install -D -m 644 "$work/v4l2loopback/v4l2loopback.ko" "$work/root/lib/modules/$version/extra/v4l2loopback.ko"
depmod -b "$work/root" "$version"

# The ram disk: busybox, init, and the modules in the order in which they depend on each other.
disk=$work/disk
mkdir -p -- "$disk"/{bin,dev,proc,sys,mods,low,up,root}
cp -- /bin/busybox "$disk/bin/"
ln -s busybox "$disk/bin/sh"
install -m 755 "$here/init" "$disk/init"
for module in virtio_pci 9pnet_virtio 9p overlay virtio_console virtio_rng vivid v4l2loopback; do
  modprobe -d "$work/root" -S "$version" --show-depends "$module" | awk '$1 == "insmod" { print $2 }' | while read -r file; do
    name=$(basename -- "$file")
    [[ -e $disk/mods/$name ]] && continue
    cp -- "$file" "$disk/mods/"
    echo "$name" >>"$disk/mods/order"
  done
done
(cd "$disk" && find . | cpio -o -H newc --quiet | gzip -1 >"$out/initrd.gz")

# The kernel unpacked: QEMU starts it directly (PVH), which saves the eight seconds that unpacking takes under emulation.
kernel=$work/root/boot/vmlinuz-$version
offset=$(LC_ALL=C grep -a -b -o -m 1 -P '\xFD7zXZ\x00' "$kernel" | head -n 1 | cut -d: -f1)
tail -c "+$((offset + 1))" "$kernel" | xz -dc --single-stream >"$out/vmlinux" 2>/dev/null || [[ -s $out/vmlinux ]]
rm -rf -- "$work"
printf '%s' "$want" >"$out/built"
