#!/bin/sh
# Builds the shop, tests it, and leaves its teardown to the agent, also where a test fails.
set -eu

shop=shop-$GITHUB_RUN_ID
trap 'topo-gc submit --name shop --container "$shop-web" --network "$shop" --stop-timeout 1s' EXIT

docker network create "$shop"
docker run --detach --name "$shop-web" --network "$shop" "$IMAGE" httpd -f -h /etc
docker exec "$shop-web" wget -q -O - http://127.0.0.1/hosts | grep localhost
