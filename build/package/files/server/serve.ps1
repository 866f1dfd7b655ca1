# Serves the app to this computer and to nobody else. Called by start-windows.cmd: serve.ps1 FOLDER PORT [browser|none].
# It needs nothing but Windows PowerShell 5. It ends with 3 where PowerShell may not serve, and with 1 for anything else that is wrong.
param([string]$Folder = 'app', [int]$First = 7342, [string]$Opener = 'browser')
$ErrorActionPreference = 'Stop'

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  Write-Host 'PowerShell is locked down on this computer.'
  exit 3
}

$root = (Resolve-Path -LiteralPath $Folder).Path.TrimEnd('\', '/')
$separator = [System.IO.Path]::DirectorySeparatorChar
$version = [System.IO.File]::ReadAllText((Join-Path $root 'rehearsal-version.txt')).Trim()
$types = @{
  '.html' = 'text/html; charset=utf-8'
  '.js' = 'text/javascript'
  '.css' = 'text/css'
  '.json' = 'application/json'
  '.svg' = 'image/svg+xml'
  '.png' = 'image/png'
  '.wasm' = 'application/wasm'
  '.woff2' = 'font/woff2'
  '.webmanifest' = 'application/manifest+json'
  '.txt' = 'text/plain; charset=utf-8'
}

# The headers of each path, as the app's own list of them says: a path, and under it, indented, its headers.
$rules = New-Object System.Collections.ArrayList
foreach ($line in [System.IO.File]::ReadAllLines((Join-Path $root '_headers'))) {
  if ($line.StartsWith('/')) {
    [void]$rules.Add(@{ Path = $line.Trim(); Headers = (New-Object System.Collections.ArrayList) })
  } elseif ($line.Contains(':')) {
    $name, $value = $line.Split([char[]]':', 2)
    [void]$rules[$rules.Count - 1].Headers.Add(@($name.Trim(), $value.Trim()))
  }
}

function Test-Rule([string]$Rule, [string]$Path) {
  if ($Rule.EndsWith('*')) { return $Path.StartsWith($Rule.TrimEnd('*'), [System.StringComparison]::Ordinal) }
  return $Path -ceq $Rule
}

function Show-App([int]$Port) {
  Write-Host "$version is at http://localhost:$Port/"
  if ($Opener -eq 'browser') { Start-Process "http://localhost:$Port/" }
}

# Whether it is this app that has the port already.
function Test-Running([int]$Port) {
  try {
    $request = [System.Net.WebRequest]::Create("http://localhost:$Port/rehearsal-version.txt")
    $request.Proxy = $null
    $request.Timeout = 3000
    $response = $request.GetResponse()
    $reader = New-Object System.IO.StreamReader($response.GetResponseStream())
    try { return $reader.ReadToEnd().Trim() -ceq $version } finally { $response.Close() }
  } catch { return $false }
}

function Send-Answer($Context, [int]$Status, [string]$Type, [byte[]]$Body) {
  $response = $Context.Response
  $response.StatusCode = $Status
  $response.ContentType = $Type
  $response.ContentLength64 = $Body.Length
  if ($Context.Request.HttpMethod -ne 'HEAD') { $response.OutputStream.Write($Body, 0, $Body.Length) }
  $response.Close()
}

function Send-File($Context) {
  $request = $Context.Request
  $nothing = [System.Text.Encoding]::ASCII.GetBytes('Not found')
  if (-not $request.IsLocal) { return Send-Answer $Context 403 'text/plain' $nothing }
  if ('GET', 'HEAD' -notcontains $request.HttpMethod) { return Send-Answer $Context 405 'text/plain' $nothing }
  $asked = $request.Url.AbsolutePath
  $inside = [System.Uri]::UnescapeDataString($asked).TrimStart('/')
  if ($inside -eq '' -or $inside.EndsWith('/')) { $inside += 'index.html' }
  # A drive, a stream or a device is named with a colon, and no file of the app has one.
  if ($inside.IndexOfAny([char[]]":`0*?<>|") -ge 0) { return Send-Answer $Context 404 'text/plain' $nothing }
  $file = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($root, $inside.Replace('/', [string]$separator)))
  $isInside = $file.StartsWith($root + $separator, [System.StringComparison]::OrdinalIgnoreCase)
  if (-not $isInside -or -not [System.IO.File]::Exists($file)) { return Send-Answer $Context 404 'text/plain' $nothing }
  foreach ($rule in $rules) {
    if (Test-Rule $rule.Path $asked) {
      foreach ($header in $rule.Headers) { $Context.Response.Headers.Set($header[0], $header[1]) }
    }
  }
  $type = $types[[System.IO.Path]::GetExtension($file).ToLowerInvariant()]
  if ($null -eq $type) { $type = 'application/octet-stream' }
  Send-Answer $Context 200 $type ([System.IO.File]::ReadAllBytes($file))
}

for ($port = $First; $port -lt $First + 20; $port++) {
  $listener = $null
  try {
    $listener = New-Object System.Net.HttpListener
    # For this name Windows asks no administrator.
    $listener.Prefixes.Add("http://localhost:$port/")
    $listener.Start()
  } catch [System.Net.HttpListenerException] {
    if ($_.Exception.GetBaseException().ErrorCode -eq 5) {
      Write-Host 'Windows does not allow PowerShell to serve.'
      exit 3
    }
    if (Test-Running $port) {
      Write-Host 'It runs already.'
      Show-App $port
      exit 0
    }
    continue
  } catch {
    Write-Host $_.Exception.Message
    exit 3
  }
  if ($port -ne $First) {
    Write-Host "Port $First is taken by something else. What was saved under it is not seen from here."
  }
  Show-App $port
  Write-Host 'Leave this window open as long as you use it. Close it, or Ctrl+C, to end it.'
  try {
    while ($listener.IsListening) {
      # Waited for in short pieces, so that Ctrl+C is heard.
      $waits = $listener.BeginGetContext($null, $null)
      while (-not $waits.AsyncWaitHandle.WaitOne(250)) { }
      $context = $listener.EndGetContext($waits)
      # A browser that goes away in the middle of a file ends that answer, and nothing else.
      try { Send-File $context } catch { try { $context.Response.Abort() } catch { } }
    }
  } finally {
    $listener.Close()
  }
  exit 0
}
Write-Host "All ports from $First to $($First + 19) are taken. Give another one: start-windows.cmd NUMBER."
exit 1
