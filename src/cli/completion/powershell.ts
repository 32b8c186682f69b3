/** The script for PowerShell 5.1 and later: a completer of a native command. Where it offers nothing, files are. */
import type { CommandSpec, FlagSpec, Spec } from './spec.ts';
import { namesOf } from './spec.ts';

export function powershellScript({ commands, everywhere }: Spec): string {
  return `# Completion of pmed for PowerShell.
Register-ArgumentCompleter -Native -CommandName pmed -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $everywhere = @(
${everywhere.map((flag) => `    ${option(flag)}`).join('\n')}
  )
  $commands = [ordered]@{
${commands.map(entry).join('\n')}
  }
  $offer = {
    param($text, $about)
    if ($about -eq '') { $about = $text }
    [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $about)
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = $null
  foreach ($word in ($words | Select-Object -Skip 1)) {
    foreach ($key in $commands.Keys) {
      if ($commands[$key].Names -ccontains $word) { $command = $commands[$key]; break }
    }
    if ($command) { break }
  }
  $options = $everywhere
  if ($command) { $options = $everywhere + $command.Options }
  $before = ''
  $typed = $wordToComplete
  $last = $words[-1]
  if ($wordToComplete -match '^(--[a-z-]+)=(.*)$') {
    $last = $Matches[1]
    $before = $last + '='
    $typed = $Matches[2]
  }
  $option = $options | Where-Object { $_.Names -ccontains $last } | Select-Object -First 1
  if ($option -and $option.Takes -ne 'none') {
    if ($option.List -and $typed.Contains(',')) {
      $cut = $typed.LastIndexOf(',') + 1
      $before = $before + $typed.Substring(0, $cut)
      $typed = $typed.Substring($cut)
    }
    return $option.Words | Where-Object { $_.StartsWith($typed) } | ForEach-Object { & $offer ($before + $_) '' }
  }
  if ($wordToComplete.StartsWith('-')) {
    return $options | ForEach-Object {
      $about = $_.About
      $_.Names | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object { & $offer $_ $about }
    }
  }
  if (-not $command) {
    return $commands.Values | ForEach-Object {
      $about = $_.About
      $_.Names | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object { & $offer $_ $about }
    }
  }
  if ($command.Names -ccontains $last) {
    return $command.Words | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object { & $offer $_ '' }
  }
}
`;
}

function entry(command: CommandSpec): string {
  return `    ${quoted(command.name)} = @{
      Names = ${list(namesOf(command))}
      About = ${quoted(command.summary)}
      Words = ${list(command.words)}
      Options = @(
${command.flags.map((flag) => `        ${option(flag)}`).join('\n')}
      )
    }`;
}

function option({ short, long, help, value }: FlagSpec): string {
  const names = list(short === null ? [long] : [short, long]);
  const words = value.kind === 'words' ? value.words : [];
  const isList = value.kind === 'words' && value.isList;
  return `@{ Names = ${names}; About = ${quoted(help)}; Takes = '${value.kind}'; Words = ${list(words)}; List = $${isList} }`;
}

const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;

/** In single quotes PowerShell knows one escape; curly quotes end a text there as straight ones do. */
const quoted = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
