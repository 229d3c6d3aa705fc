#!/bin/sh
# Announces the shop before it is built: when this script is gone, even by a kill -9, what it has named is handed over.
set -eu

shop=shop-$GITHUB_RUN_ID

ask() {
  curl -fsS --unix-socket "$TOPO_GC_SOCKET" "http://topo-gc$1" --data @-
}

ask /v1/leases <<JSON
{
  "id": "$shop",
  "containers": ["$shop-web"],
  "networks": ["$shop"],
  "stopTimeout": "1s",
  "owner": { "pid": $$ }
}
JSON

docker network create "$shop"
docker run --detach --name "$shop-web" --network "$shop" "$IMAGE" httpd -f -h /etc
docker exec "$shop-web" wget -q -O - http://127.0.0.1/hosts | grep localhost

# Done with it: no need to wait until the script has ended.
echo "{\"id\": \"$shop\"}" | ask /v1/topologies
