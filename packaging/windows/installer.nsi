; An installer for one person: no right over the machine is asked for, and nothing outside her own account is written.
; packaging/package.py gives VERSION, PROGRAM (the built folder) and SETUP (the file to make).

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Caregiver Desk"
!define BUNDLE "CaregiverDesk.Bundle"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\caregiver-desk"

Name "${NAME}"
OutFile "${SETUP}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
BrandingText "${NAME} ${VERSION}"

!define MUI_ICON "${PROGRAM}/caregiver-desk.ico"
!define MUI_UNICON "${PROGRAM}/caregiver-desk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\caregiver-desk.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The program is removed. Every book stays where it is, and opens again with the program."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; What runs cannot be replaced, so it is tried first and nothing is touched where it fails. A desk that started this closes
; meanwhile, so five seconds go by before anybody is asked.
!macro NeedClosed
  StrCpy $1 0
  look:
  IfFileExists "$INSTDIR\caregiver-desk.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\caregiver-desk.exe" a
  IfErrors 0 free
  IntOp $1 $1 + 1
  Sleep 500
  IntCmp $1 10 0 look
  StrCpy $1 0
  MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "${NAME} is open. Close it, then press Retry. Nothing was changed yet." \
    /SD IDCANCEL IDRETRY look
  SetErrorLevel 3
  Quit
  free:
  FileClose $0
  closed:
!macroend

; What is started goes first and comes last, so nobody can start half of a program.
!macro RemoveProgram
  Delete "$INSTDIR\caregiver-desk.exe"
  Delete "$INSTDIR\caregiver-desk-cli.exe"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\caregiver-desk.ico"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\sbom.cdx.json"
!macroend

Section "Program"
  !insertmacro NeedClosed
  !insertmacro RemoveProgram ; what an earlier version left must not be loaded by this one
  SetOutPath "$INSTDIR"
  File /r /x "caregiver-desk*.exe" "${PROGRAM}/*"
  File "${PROGRAM}/caregiver-desk*.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\caregiver-desk.exe" "" "$INSTDIR\caregiver-desk.ico"

  WriteRegStr HKCU "${CLASSES}\.caredesk" "" "${BUNDLE}"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}" "" "Sealed bundle of ${NAME}"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}\DefaultIcon" "" "$INSTDIR\caregiver-desk.ico"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}\shell\open\command" "" '"$INSTDIR\caregiver-desk.exe" "%1"'

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\caregiver-desk.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)" ; the icon of bundles is seen at once
SectionEnd

; The books stand in $LOCALAPPDATA\caregiver-desk, and no line here names that folder.
Section "Uninstall"
  !insertmacro NeedClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${BUNDLE}"
  DeleteRegKey HKCU "${CLASSES}\.caredesk"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
SectionEnd
