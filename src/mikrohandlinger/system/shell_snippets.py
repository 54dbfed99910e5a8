"""The lines for a shell's profile that show the line of today once a day, by reading one small file.

A shell that reads it needs no Python: the first prompt of a day costs a fraction of a millisecond, every later one
compares two strings. Where the day begins later than at midnight, the file says when, and until then it is the day
before: that of twelve hours ago, whatever the clock was put forward or back in between.
"""

from __future__ import annotations

import shlex

from mikrohandlinger.domain.reminding import Shell
from mikrohandlinger.system.shell_prompt import FILE, STAMP
from mikrohandlinger.values import TYPE_CHECKING, get_args

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

SHELLS: Final[tuple[Shell, ...]] = get_args(Shell)

_BASH = """\
# {comment}
__mikro_prompt() {{
  local status=$? today day line now folder={folder}
  printf -v today '%(%Y-%m-%d)T' -1 2>/dev/null || today=$(date +%Y-%m-%d)
  [[ $today == "${{__mikro_day-}}" ]] && return $status
  __mikro_day=$today
  IFS=$'\\t' read -r day line 2>/dev/null <"$folder/{file}"
  if [[ ${{day-}} == '#'?* ]]; then
    printf -v now '%(%H:%M)T' -1 2>/dev/null || now=$(date +%H:%M)
    if [[ "#$now" < $day ]]; then
      __mikro_day=
      today=$(date -v-12H +%Y-%m-%d 2>/dev/null || date -d '12 hours ago' +%Y-%m-%d)
    fi
  fi
  IFS= read -r day 2>/dev/null <"$folder/{stamp}" && [[ $day == "$today" ]] && return $status
  while IFS=$'\\t' read -r day line; do
    [[ $day == "$today" ]] || continue
    printf '%s\\n' "${{line//[[:cntrl:]]/}}"
    printf '%s\\n' "$today" 2>/dev/null >|"$folder/{stamp}"
    break
  done 2>/dev/null <"$folder/{file}"
  return $status
}}
[[ ${{PROMPT_COMMAND-}} == *__mikro_prompt* ]] ||
  PROMPT_COMMAND="__mikro_prompt${{PROMPT_COMMAND:+;$PROMPT_COMMAND}}"
"""

_ZSH = """\
# {comment}
zmodload zsh/datetime
__mikro_prompt() {{
  emulate -L zsh
  local today day line now folder={folder}
  strftime -s today %Y-%m-%d $EPOCHSECONDS
  [[ $today == ${{__mikro_day-}} ]] && return
  typeset -g __mikro_day=$today
  [[ -r $folder/{file} ]] || return
  IFS=$'\\t' read -r day line <$folder/{file}
  if [[ $day == '#'?* ]]; then
    strftime -s now %H:%M $EPOCHSECONDS
    if [[ "#$now" < $day ]]; then
      __mikro_day=
      strftime -s today %Y-%m-%d $(( EPOCHSECONDS - 43200 ))
    fi
  fi
  [[ -r $folder/{stamp} ]] && IFS= read -r day <$folder/{stamp} && [[ $day == $today ]] && return
  while IFS=$'\\t' read -r day line; do
    [[ $day == $today ]] || continue
    print -r -- ${{line//[[:cntrl:]]/}}
    print -r -- $today 2>/dev/null >|$folder/{stamp}
    break
  done <$folder/{file}
}}
autoload -Uz add-zsh-hook
add-zsh-hook precmd __mikro_prompt
"""

# Fish has no date of its own, so it looks once, when a terminal opens, rather than at every prompt.
_FISH = """\
# {comment}
function __mikro_prompt
    set -l folder {folder}
    set -l today (date +%Y-%m-%d)
    test -r $folder/{file}; or return
    read -l -d \\t day line <$folder/{file}
    if string match -qr '^#.' -- $day; and test (date +%H%M) -lt (string replace -a -r '[#:]' '' -- $day)
        set today (date -v-12H +%Y-%m-%d 2>/dev/null; or date -d '12 hours ago' +%Y-%m-%d)
    end
    if test -r $folder/{stamp}
        read -l day <$folder/{stamp}
        test "$day" = $today; and return
    end
    while read -l -d \\t day line
        test "$day" = $today; or continue
        string replace -ra '[[:cntrl:]]' '' -- $line
        echo $today >$folder/{stamp}
        break
    end <$folder/{file}
end
status is-interactive; and __mikro_prompt
"""

# Only cmdlets: many workplaces let PowerShell call nothing else.
_POWERSHELL = """\
# {comment}
& {{
  $folder = {folder}
  $today = Get-Date -UFormat '%Y-%m-%d'
  $file = Join-Path $folder '{file}'
  $stamp = Join-Path $folder '{stamp}'
  if (-not (Test-Path -LiteralPath $file)) {{ return }}
  $starts = (Get-Content -LiteralPath $file -TotalCount 1) -replace "`t.*"
  if ($starts -ne '#' -and "#$(Get-Date -UFormat '%H:%M')" -lt $starts) {{
    $today = Get-Date -Date ((Get-Date) - (New-TimeSpan -Hours 12)) -UFormat '%Y-%m-%d'
  }}
  $shown = if (Test-Path -LiteralPath $stamp) {{ Get-Content -LiteralPath $stamp -TotalCount 1 }}
  if ($shown -eq $today) {{ return }}
  foreach ($line in Get-Content -LiteralPath $file -Encoding UTF8) {{
    $day, $text = $line -split "`t", 2
    if ($day -ne $today) {{ continue }}
    Write-Host ($text -replace '\\p{{Cc}}', '')
    Set-Content -LiteralPath $stamp -Value $today
    break
  }}
}}
"""


def snippet(shell: Shell, folder: Path | str, comment: str) -> str:
    """The lines for the user's profile of ``shell``, one of them.

    Args:
        shell: Which shell.
        folder: Where the file is; it is written into the snippet.
        comment: What the lines do, for those who find them in their profile a year later.
    """
    texts = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
    quoted = {"bash": shlex.quote, "zsh": shlex.quote, "fish": _fish, "powershell": _powershell}[shell](
        str(folder)
    )
    return texts[shell].format(comment=comment, folder=quoted, file=FILE, stamp=STAMP)


def _fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _powershell(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
