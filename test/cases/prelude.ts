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
# note KEY VALUE: for the case to look at; what is noted as container, network or volume goes with the case
note() { printf '%s\\n' "$2" >>"$NOTES/$1"; }
`;
