#!/bin/bash
# session.sh FOLDER COMMAND...: run a command in a desktop session of its own.
# A screen (Xvfb), a message bus, and a notification daemon that writes what it shows to FOLDER/shown.
# With MACHINE=1 (as root, inside `unshare -m -p -f --mount-proc`) also a private /run and table of cron,
# so that nothing of the real machine is touched; the bus is then where a logged-in user has it.
set -eu
folder=$1
shift
address=unix:path=$folder/bus
if [[ ${MACHINE-} == 1 ]]; then
  mount --make-rprivate /
  mount -t tmpfs tmpfs /run
  mount -t tmpfs tmpfs /var/spool/cron
  mkdir -p /run/user/"$(id -u)" /run/systemd/system
  mkdir -m 1730 /var/spool/cron/crontabs
  chown root:crontab /var/spool/cron/crontabs
  chmod 700 /run/user/"$(id -u)"
  export XDG_RUNTIME_DIR=/run/user/$(id -u)
  address=unix:path=$XDG_RUNTIME_DIR/bus
fi
trap 'kill $(jobs -p) 2>/dev/null' EXIT
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 800x600x24 -nolisten tcp 3>"$folder/display" >"$folder/xvfb.log" 2>&1 &
read -r number <"$folder/display"
export DISPLAY=:$number
# Without the services of the machine, which would start a notification daemon by themselves.
cat >"$folder/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>$address</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
dbus-daemon --config-file="$folder/bus.conf" --nofork --nopidfile >"$folder/bus.log" 2>&1 &
export DBUS_SESSION_BUS_ADDRESS=$address
for _ in {1..100}; do
  dbus-send --session --dest=org.freedesktop.DBus --type=method_call / org.freedesktop.DBus.Peer.Ping 2>/dev/null && break
  sleep 0.05
done
if [[ ${DUNST-1} == 1 ]]; then
  stdbuf -oL dunst -print >"$folder/shown" 2>"$folder/dunst.log" &
  for _ in {1..100}; do
    gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
      --method org.freedesktop.DBus.NameHasOwner org.freedesktop.Notifications 2>/dev/null | grep -q true && break
    sleep 0.05
  done
fi
"$@"
