namespace FlowLog.Cli.Completion;

/// <summary>
/// Each asks the program itself: the directive <c>[suggest:N]</c> prints what can stand at the N-th letter of a command line. Options are
/// offered where a hyphen is typed; where there is nothing to offer, files are.
/// </summary>
internal static class CompletionScripts
{
    public const string Bash =
        """
        # bash completion of flowlog; in ~/.bashrc: source <(flowlog completion bash)
        _flowlog() {
            local program=${1/#\~/$HOME} word=${2-} line
            COMPREPLY=()
            while IFS= read -r line; do
                if [[ $line == -* && $word != -* ]]; then continue; fi
                if [[ $line == "$word"* ]]; then COMPREPLY+=("$line"); fi
            done < <("$program" "[suggest:$COMP_POINT]" "$COMP_LINE" 2> /dev/null)
        }
        complete -o default -F _flowlog flowlog

        """;

    public const string Zsh =
        """
        #compdef flowlog
        # zsh completion of flowlog; in ~/.zshrc, after compinit: source <(flowlog completion zsh)
        _flowlog() {
            local typed="${(j: :)words[1,CURRENT]}"
            local -a found
            found=("${(@f)$("${(e)~words[1]}" "[suggest:${#typed}]" "$typed" 2> /dev/null)}")
            if [[ "${words[CURRENT]}" != -* ]]; then found=("${(@)found:#-*}"); fi
            found=("${(@)found:#}")
            if (( ${#found} )); then compadd -a found; else _files; fi
        }
        compdef _flowlog flowlog

        """;

    public const string Fish =
        """
        # fish completion of flowlog; in ~/.config/fish/config.fish: flowlog completion fish | source
        function __flowlog_complete
            set -l typed (commandline -cp)
            set -l program (commandline -po)[1]
            set -l word (commandline -ct)
            for line in (eval $program '"[suggest:'(string length -- "$typed")']"' (string escape -- "$typed") 2> /dev/null)
                if string match -q -- '-*' $line; and not string match -q -- '-*' $word
                    continue
                end
                echo $line
            end
        end
        complete -c flowlog -a '(__flowlog_complete)'

        """;
}
