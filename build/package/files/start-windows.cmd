@echo off
rem Starts Rehearsal on this computer, for this computer only. A number behind the name is the port; --no-browser opens none.
title Rehearsal
cd /d "%~dp0"
set "PORT=7342"
set "OPENER=browser"
:arguments
if "%~1"=="" goto start
if /i "%~1"=="--no-browser" (set "OPENER=none") else (set "PORT=%~1")
shift
goto arguments

:start
where powershell >nul 2>nul
if errorlevel 1 goto python
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "server\serve.ps1" app %PORT% %OPENER%
if not errorlevel 3 goto end

:python
rem PowerShell is not there or is not allowed to serve: Python, where somebody has installed it.
if "%OPENER%"=="none" set "OPENER="
where py >nul 2>nul
if not errorlevel 1 (
  py -3 "server\serve.py" app %PORT% %OPENER%
  goto end
)
echo This computer lets PowerShell serve nothing, and Python is not installed.
echo Install Python 3 (python.org, or the Microsoft Store) and start this again, or serve the
echo folder "app" with any static web server on localhost.

:end
if errorlevel 1 pause
