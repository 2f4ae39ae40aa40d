#!/usr/bin/env bash
# Serves dist/ at /a/b/c/ by nginx, Apache and Caddy, each with its snippet from deploy/, and runs the checks of headers and the
# browser tests against each. Use: scripts/hosts.sh [what playwright takes, such as names of tests]; HOSTS="nginx caddy" runs some.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm trunk test-tools browser hosts
scripts/dist.sh

FOLDER=$(mktemp -d)
RUNNING=""
LINES=""
PORT=8191
# Servers don't want to be root, and need not be.
AS=()
[[ $(id -u) != 0 ]] || AS=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
finish() {
  [[ -z $RUNNING ]] || kill "$RUNNING" 2>/dev/null || true
  [[ -z $RUNNING ]] || wait "$RUNNING" 2>/dev/null || true
  rm -rf "$FOLDER"
}
trap finish EXIT
chmod 755 "$FOLDER"

nginx_serve() {
  sed -e "s#/jiheng#/a/b/c#g; s#root /srv/www;#root $1/site;#; s/# brotli_static on;/brotli_static on;/" \
    deploy/nginx.conf >"$1/jiheng.conf"
  cat >"$1/nginx.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
pid $1/run/pid;
error_log $1/run/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $1/run; proxy_temp_path $1/run; fastcgi_temp_path $1/run; uwsgi_temp_path $1/run; scgi_temp_path $1/run;
  server {
    listen 127.0.0.1:$2;
    include $1/jiheng.conf;
  }
}
CONF
  exec "${AS[@]}" /usr/sbin/nginx -e "$1/run/error.log" -c "$1/nginx.conf"
}
nginx_version() { /usr/sbin/nginx -v 2>&1 | sed 's#.*/\([0-9.]*\).*#\1#'; }

apache_serve() {
  cp deploy/apache.conf "$1/site/a/b/c/.htaccess"
  cat >"$1/apache.conf" <<CONF
ServerRoot $1
ServerName localhost
Listen 127.0.0.1:$2
PidFile $1/run/pid
ErrorLog $1/run/error.log
Mutex file:$1/run
$(for name in mpm_event authz_core dir mime headers setenvif rewrite deflate filter; do
    echo "LoadModule ${name}_module /usr/lib/apache2/modules/mod_$name.so"
  done)
TypesConfig /etc/mime.types
# As Debian has it: what the snippet has to get along with.
AddLanguage br .br
AddType application/x-gzip .gz
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm
DocumentRoot $1/site
<Directory $1/site>
  Require all granted
  AllowOverride FileInfo Indexes
  Options FollowSymLinks
</Directory>
CONF
  exec "${AS[@]}" /usr/sbin/apache2 -f "$1/apache.conf" -DFOREGROUND
}
apache_version() { /usr/sbin/apache2 -v | sed -n 's#.*Apache/\([0-9.]*\).*#\1#p'; }

caddy_serve() {
  sed "s#/jiheng#/a/b/c#g; s#/srv/www/a/b/c#$1/site/a/b/c#" deploy/Caddyfile >"$1/jiheng.caddy"
  cat >"$1/Caddyfile" <<CONF
{
	admin off
	auto_https off
}
http://127.0.0.1:$2 {
	import $1/jiheng.caddy
}
CONF
  HOME=$1/run XDG_DATA_HOME=$1/run XDG_CONFIG_HOME=$1/run exec "${AS[@]}" caddy run --config "$1/Caddyfile" --adapter caddyfile
}
caddy_version() { caddy version | sed 's/^v\?\([0-9.]*\).*/\1/'; }

# in_use <port>: whether something answers there, which would be tested in place of the server
in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# try <server>: adds what came of it to LINES
try() {
  while in_use "$PORT"; do PORT=$((PORT + 1)); done
  local name=$1 at=$FOLDER/$1 url="http://127.0.0.1:$PORT/a/b/c/" checks=failed tests="not run"
  shift
  mkdir -p "$at/site/a/b" "$at/run"
  chmod 777 "$at/run"
  cp -r dist "$at/site/a/b/c"
  # What an operator changes: tests/e2e/hosts.mjs asks for it.
  echo '{ }' >"$at/site/a/b/c/jiheng.config.json"
  for ending in svg png webp jpg gif; do echo >"$at/site/a/b/c/logo.$ending"; done
  ("${name}_serve" "$at" "$PORT") >"$at/log" 2>&1 &
  RUNNING=$!
  printf '\n== %s %s at %s\n' "$name" "$("${name}_version")" "$url"
  if node tests/e2e/hosts.mjs "$url"; then
    checks=passed tests=failed
    JIHENG_URL=$url node_modules/.bin/playwright test "$@" | tee "$at/tests" && tests=$(sed -n 's/^ *\([0-9]* passed\).*/\1/p' "$at/tests")
  else
    tail -n 5 "$at/log" "$at"/run/error.log 2>/dev/null || true
  fi
  kill "$RUNNING" 2>/dev/null || true
  wait "$RUNNING" 2>/dev/null || true
  RUNNING=""
  PORT=$((PORT + 1))
  LINES+=$(printf '%-8s %-10s headers %-8s browser tests %s' "$name" "$("${name}_version")" "$checks" "$tests")$'\n'
}

for name in ${HOSTS:-nginx apache caddy}; do try "$name" "$@"; done
printf '\n%s' "$LINES"
[[ $LINES != *failed* ]]
