/** Written as people write them, for the scripts of cases. */
export const PRELUDE = `
# box NAME [OPTION...]: a container that ends when it is asked to
box() {
  name=$1; shift
  docker run --detach --name "$N-$name" "$@" "$IMAGE" sh -c 'trap "exit 0" TERM; while :; do sleep 1 & wait $!; done'
}
# deaf NAME [OPTION...]: one that catches the signal and goes on
deaf() {
  name=$1; shift
  docker run --detach --name "$N-$name" "$@" "$IMAGE" sh -c 'trap : TERM; while :; do sleep 1 & wait $!; done'
}
# compose ARGUMENT...: of the project 'shop', with the file that the case wrote
compose() { $COMPOSE --project-name "$N-shop" --file compose.json "$@"; }
# swarm: makes the engine a Swarm of one node, or notes why it can't be one
swarm() {
  docker swarm init --advertise-addr 127.0.0.1 >swarm.log 2>&1 && return
  note no-swarm "$(head -n 1 swarm.log)"
  return 1
}
# service NAME [OPTION...]: one whose task ignores the signal; without addresses of its own, for which kernels may lack IPVS
service() {
  name=$1; shift
  docker service create --detach --no-resolve-image --endpoint-mode dnsrr --name "$N-$name" "$@" "$IMAGE" sleep 600
  until [ -n "$(task "$name")" ]; do sleep 0.2; done
}
# task NAME: the container of that service which runs
task() { docker ps --quiet --no-trunc --filter "label=com.docker.swarm.service.name=$N-$1"; }
# note KEY VALUE: for the case to look at; what is noted as container, network or volume goes with the case
note() { printf '%s\\n' "$2" >>"$NOTES/$1"; }
`;
