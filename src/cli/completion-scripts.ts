/** Readline splits words at `=` and `:` too, so the script removes the earlier part of the word from each candidate. */
const BASH = `_topo_gc() {
  local line=\${COMP_LINE:0:COMP_POINT} split=\${COMP_WORDS[COMP_CWORD]} words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  [[ $split == [=:] ]] && split=
  local word=\${words[-1]}
  local before=\${word%"$split"}
  mapfile -t COMPREPLY < <(topo-gc completion --words -- "\${words[@]:1}" 2>/dev/null)
  COMPREPLY=("\${COMPREPLY[@]#"$before"}")
}
complete -o default -o bashdefault -F _topo_gc topo-gc`;

const ZSH = `#compdef topo-gc
_topo_gc() {
  local -a candidates
  candidates=("\${(@f)$(topo-gc completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n $candidates ]]; then compadd -- "\${candidates[@]}"; else _default; fi
}
compdef _topo_gc topo-gc`;

const FISH = `complete -c topo-gc -f -a '(topo-gc completion --words -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
complete -c topo-gc -n '__fish_seen_subcommand_from submit' -l file -r -F
complete -c topo-gc -n '__fish_seen_subcommand_from submit' -l path -r -F
complete -c topo-gc -n '__fish_seen_subcommand_from hook' -l runner -l settings -r -F
complete -c topo-gc -n '__fish_seen_subcommand_from install-hooks' -F
complete -c topo-gc -n '__fish_seen_subcommand_from report' -F`;

/** The script that a shell reads once; it calls this command for each completion. */
export const COMPLETION_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['bash', BASH],
  ['zsh', ZSH],
  ['fish', FISH],
]);
