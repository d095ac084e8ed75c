#!/usr/bin/env bash
# Runs a command in the virtual machine that build.sh made: its output is this script's, its exit code too (124: time limit, 125: the
# machine died, and what it said last is on stderr). /dev/video0 is a webcam (vivid), /dev/video10 and 11 are virtual cameras.
#   run.sh FOLDER SECONDS COMMAND...
set -uo pipefail
machine=${1:?the folder of build.sh} limit=${2:?seconds}
shift 2
exchange=$(mktemp -d)
trap 'rm -rf -- "$exchange"' EXIT
printf 'export HOME=/root PATH=%q LANG=C.UTF-8\ncd %q\n%s\n' "$PATH" "$PWD" "$*" >"$exchange/command"
# Emulated even where there is /dev/kvm, which hangs inside some virtual machines. Nehalem is the oldest processor that .NET 10 runs on, and
# the quickest to emulate.
timeout -k 2 "$limit" qemu-system-x86_64 -accel tcg,thread=multi,tb-size=1024 -cpu Nehalem -machine q35,hpet=off -smp 2 -m 2048 \
  -nodefaults -no-user-config -display none -no-reboot -monitor none -serial file:"$exchange/serial" \
  -kernel "$machine/vmlinux" -initrd "$machine/initrd.gz" \
  -append "console=ttyS0 quiet loglevel=3 mitigations=off nokaslr no_timer_check random.trust_cpu=on tsc=reliable panic=-1" \
  -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap -device virtio-9p-pci,fsdev=host,mount_tag=host \
  -fsdev local,id=exchange,path="$exchange",security_model=none -device virtio-9p-pci,fsdev=exchange,mount_tag=exchange \
  -device virtio-serial-pci -chardev stdio,id=console,signal=off -device virtconsole,chardev=console -device virtio-rng-pci </dev/null
code=$?
[[ -s $exchange/code ]] && exit "$(<"$exchange/code")"
[[ $code -eq 124 ]] && exit 124
tail -n 20 "$exchange/serial" >&2
exit 125
