#!/bin/sh
# Starts Rehearsal on this computer, for this computer only. A number behind the name is the port; --no-browser opens none.
cd "$(dirname "$0")" || exit 1
port=7342
opener=xdg-open
[ "$(uname)" = Darwin ] && opener=open
for given in "$@"; do
  case $given in
    --no-browser) opener= ;;
    *[!0-9]* | '') echo "Not known: $given"; exit 2 ;;
    *) port=$given ;;
  esac
done
command -v "$opener" >/dev/null 2>&1 || opener=

has() { command -v "$1" >/dev/null 2>&1; }
# Without Apple's developer tools, python3 is there on a Mac and only asks to install them.
python() { has python3 && { [ "$(uname)" != Darwin ] || xcode-select -p >/dev/null 2>&1; } && python3 -c 'import http.server' 2>/dev/null; }
perl5() { has perl && perl -MIO::Socket::INET -MCwd -e 1 2>/dev/null; }
httpd() { has busybox && busybox --list 2>/dev/null | grep -qx httpd; }

if [ "$REHEARSAL_SERVER" != perl ] && [ "$REHEARSAL_SERVER" != busybox ] && python; then
  exec python3 server/serve.py app "$port" "$opener"
fi
if [ "$REHEARSAL_SERVER" != busybox ] && perl5; then
  exec perl server/serve.pl app "$port" "$opener"
fi
if httpd; then
  echo "Rehearsal is at http://localhost:$port/ unless the port is taken: then give another number behind the name of this script."
  echo "Leave this window open as long as you use it. Ctrl+C ends it."
  [ -n "$opener" ] && (sleep 1; "$opener" "http://localhost:$port/") >/dev/null 2>&1 &
  exec busybox httpd -f -p "127.0.0.1:$port" -h app -c "$PWD/server/httpd.conf"
fi

cat <<'TEXT'
Nothing was found here that can serve the app. Any of these is enough: Python 3, Perl 5, busybox with httpd.
Install one of them, with what this computer installs programs with (apt install python3, dnf install python3,
brew install python), and start this again. Or serve the folder "app" with any static web server on localhost.
TEXT
exit 1
