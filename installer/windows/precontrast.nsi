; Setup of Precontrast for Windows. `python -m installer.windows.build` compiles it; the symbols come from there:
; VERSION, VERSION4 (four numbers), FILES (an include that lists the program's files), ICON, OUT, NOTICES.
;
; Command line:    /S  /AllUsers | /CurrentUser  /DESKTOP  /PATH  /D=FOLDER (last, without quotes)
; Uninstaller:     /S  /AllUsers | /CurrentUser  /PURGE (also cases, settings and machine-wide configuration)
; Exit codes:      0 done; 1 stopped by the user; 2 failed, the former program is in place again; 3 uninstalled, but
;                  not all data could be deleted; 145 the folder holds another program; 740 needs an administrator;
;                  1618 Precontrast is running, try later; 1633 not a 64-bit Windows 10 or later

Unicode true
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
!ifndef DICTIONARY_MB
  !define DICTIONARY_MB 64
!endif
SetCompressorDictSize ${DICTIONARY_MB}
SetDateSave off
AllowSkipFiles off

!define NAME "Precontrast"
!define PUBLISHER "Precontrast developers"
!define WINDOW "precontrast-window.exe"
!define CONSOLE "precontrast.exe"
!define UNINSTALLER "uninstall.exe"
!define ASIDE "_former"
!define FILE_TYPE "Precontrast.dcm"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

!define RC_DATA_LEFT 3
!define RC_OTHER_PROGRAM 145
!define RC_NEEDS_ADMIN 740
!define RC_RUNNING 1618
!define RC_PLATFORM 1633

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"

!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh
!include WinVer.nsh
!include x64.nsh
!include path.nsh
!include program.nsh

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
Icon "${ICON}"
UninstallIcon "${ICON}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

Var Asked  ; folder of /D=
Var Former ; folder of the program that is replaced

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LICENSEPAGE_CHECKBOX
!define MUI_PAGE_HEADER_TEXT "$(NOTICE_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT "$(NOTICE_SUBTITLE)"
!define MUI_LICENSEPAGE_TEXT_TOP "$(NOTICE_TOP)"
!define MUI_LICENSEPAGE_TEXT_BOTTOM "$(NOTICE_BOTTOM)"
!define MUI_LICENSEPAGE_CHECKBOX_TEXT "$(NOTICE_AGREE)"
!insertmacro MUI_PAGE_LICENSE "$(NOTICE_FILE)"
!define MULTIUSER_PAGE_CUSTOMFUNCTION_LEAVE KeepAskedFolder
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseOtherProgram
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_NOTCHECKED
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_CUSTOMFUNCTION_LEAVE un.ConfirmPurge
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!include texts.nsh

VIProductVersion "${VERSION4}"
!macro VERSION_RESOURCE LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} setup (research use only)"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${PUBLISHER}"
!macroend
!insertmacro VERSION_RESOURCE ${LANG_ENGLISH}
!insertmacro VERSION_RESOURCE ${LANG_SIMPCHINESE}

!ifdef SIGN
  ; The uninstaller is inside the setup and has to be signed before it is packed; %1 is its file.
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; ---------------------------------------------------------------------------------------------------- install

Section "$(PART_PROGRAM)" PartProgram
  SectionIn RO
  Call RefuseOtherProgram
  !insertmacro REFUSE_WHILE_RUNNING $INSTDIR
  ${If} $Former != ""
  ${AndIf} $Former != $INSTDIR
    !insertmacro REFUSE_WHILE_RUNNING $Former
    !insertmacro PUT_ASIDE $Former
  ${EndIf}
  !insertmacro PUT_ASIDE $INSTDIR

  ClearErrors
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  ${If} ${Errors}
    Abort "$(FAILED)"
  ${EndIf}

  ; From here on nothing fails that matters: what was aside can go, and with it what it had registered.
  ${If} $Former != ""
  ${AndIf} $Former != $INSTDIR
    !insertmacro DROP_ASIDE $Former
    Delete "$Former\${UNINSTALLER}"
    RMDir "$Former"
    ${PathRemove} "$Former"
  ${EndIf}
  !insertmacro DROP_ASIDE $INSTDIR

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  !insertmacro REGISTER_FILE_TYPE
  !insertmacro REGISTER_PROGRAM
SectionEnd

Section /o "$(PART_DESKTOP)" PartDesktop
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "DesktopShortcut" 1
SectionEnd

Section /o "$(PART_PATH)" PartPath
  ${PathAdd} "$INSTDIR"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "OnPath" 1
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PartProgram} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${PartDesktop} "$(ABOUT_DESKTOP)"
  !insertmacro MUI_DESCRIPTION_TEXT ${PartPath} "$(ABOUT_PATH)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  StrCpy $Asked $INSTDIR ; MultiUser.nsh would lose it
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro REFUSE ${RC_PLATFORM} "$(REFUSED_PLATFORM)"
  ${EndIf}
  !insertmacro REFUSE_WITHOUT_RIGHTS
  !insertmacro MULTIUSER_INIT
  Call KeepAskedFolder
  !insertmacro SELECT_BY_OPTION "/DESKTOP" "DesktopShortcut" ${PartDesktop}
  !insertmacro SELECT_BY_OPTION "/PATH" "OnPath" ${PartPath}
FunctionEnd

; After the choice between all users and one: what was asked for on the command line, and what is there already.
Function KeepAskedFolder
  ${If} $Asked != ""
    StrCpy $INSTDIR $Asked
  ${EndIf}
  ReadRegStr $Former SHCTX "${UNINSTALL_KEY}" "InstallLocation"
FunctionEnd

; Another program made with PyInstaller has a folder of the same name; it must not be taken for ours.
Function RefuseOtherProgram
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${WINDOW}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${ASIDE}\*.*"
    SetErrorLevel ${RC_OTHER_PROGRAM}
    MessageBox MB_OK|MB_ICONSTOP "$(REFUSED_FOLDER)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Function .onInstFailed
  !insertmacro TAKE_BACK $INSTDIR
  ${If} $Former != ""
  ${AndIf} $Former != $INSTDIR
    !insertmacro TAKE_BACK $Former
  ${EndIf}
FunctionEnd

; -------------------------------------------------------------------------------------------------- uninstall

Section "un.$(PART_PROGRAM)" UnPartProgram
  SectionIn RO
  !insertmacro REFUSE_WHILE_RUNNING $INSTDIR
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ${un.PathRemove} "$INSTDIR"
  !insertmacro UNREGISTER_FILE_TYPE
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ; Only what setup has put there: the folder may have been chosen by hand and hold other things.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\${ASIDE}"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\${UNINSTALLER}"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
SectionEnd

Section /o "un.$(PART_PURGE)" UnPartPurge
  !insertmacro PURGE
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UnPartProgram} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UnPartPurge} "$(ABOUT_PURGE)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  StrCpy $Asked $INSTDIR ; this program's own folder, whatever the registry says
  SetRegView 64
  !insertmacro REFUSE_WITHOUT_RIGHTS
  !insertmacro MULTIUSER_UNINIT
  StrCpy $INSTDIR $Asked
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PURGE" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UnPartPurge}
  ${EndIf}
FunctionEnd

Function un.ConfirmPurge
  ${If} ${SectionIsSelected} ${UnPartPurge}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(CONFIRM_PURGE)" /SD IDYES IDYES confirmed
    Abort
    confirmed:
  ${EndIf}
FunctionEnd
