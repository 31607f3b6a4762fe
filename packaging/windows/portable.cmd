@echo off
rem The books stand beside the program: whoever carries this folder carries them.
set "CAREGIVER_DESK_HOME=%~dp0books"
start "" "%~dp0caregiver-desk.exe" %*
