; Parts of setup and uninstaller: refusals, the former program, what is registered, the data that /PURGE deletes.

; Stop before anything was changed.
!macro REFUSE CODE TEXT
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  Quit
!macroend

; MultiUser.nsh would show a box, also in a silent run, and end with a code that says nothing.
!macro REFUSE_WITHOUT_RIGHTS
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
    ${AndIf} $R1 != "Power"
      !insertmacro REFUSE ${RC_NEEDS_ADMIN} "$(REFUSED_RIGHTS)"
    ${EndIf}
  ${EndIf}
!macroend

; Tick an optional part for an option of the command line, or because the program that is replaced has it.
!macro SELECT_BY_OPTION OPTION VALUE PART
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "${OPTION}" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${PART}
  ${EndIf}
  ReadRegDWORD $R1 SHCTX "${UNINSTALL_KEY}" "${VALUE}"
  ${If} $R1 = 1
    !insertmacro SelectSection ${PART}
  ${EndIf}
!macroend

; Windows lets nobody write into a program that runs, whoever runs it: neither the window (its worker is the same file)
; nor the command line.
!macro REFUSE_WHILE_RUNNING FOLDER
  !insertmacro _REFUSE_WHILE_RUNNING "${FOLDER}\${WINDOW}" ${__COUNTER__}
  !insertmacro _REFUSE_WHILE_RUNNING "${FOLDER}\${CONSOLE}" ${__COUNTER__}
!macroend
!macro _REFUSE_WHILE_RUNNING FILE UNIQUE
  again_${UNIQUE}:
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $R0 "${FILE}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(REFUSED_RUNNING)" /SD IDCANCEL IDRETRY again_${UNIQUE}
      SetErrorLevel ${RC_RUNNING}
      Abort "$(REFUSED_RUNNING)"
    ${EndIf}
    FileClose $R0
  ${EndIf}
!macroend

; The former program is kept until the new one is whole, so that a full disk leaves one that works.
!macro PUT_ASIDE FOLDER
  ${If} ${FileExists} "${FOLDER}\_internal\*.*"
    RMDir /r "${FOLDER}\${ASIDE}"
    CreateDirectory "${FOLDER}\${ASIDE}"
    ClearErrors
    Rename "${FOLDER}\_internal" "${FOLDER}\${ASIDE}\_internal"
    ${If} ${Errors}
      SetErrorLevel ${RC_RUNNING}
      Abort "$(REFUSED_RUNNING)"
    ${EndIf}
    Rename "${FOLDER}\${WINDOW}" "${FOLDER}\${ASIDE}\${WINDOW}"
    Rename "${FOLDER}\${CONSOLE}" "${FOLDER}\${ASIDE}\${CONSOLE}"
  ${EndIf}
!macroend
!macro TAKE_BACK FOLDER
  ${If} ${FileExists} "${FOLDER}\${ASIDE}\_internal\*.*"
    RMDir /r "${FOLDER}\_internal"
    Delete "${FOLDER}\${WINDOW}"
    Delete "${FOLDER}\${CONSOLE}"
    Rename "${FOLDER}\${ASIDE}\_internal" "${FOLDER}\_internal"
    Rename "${FOLDER}\${ASIDE}\${WINDOW}" "${FOLDER}\${WINDOW}"
    Rename "${FOLDER}\${ASIDE}\${CONSOLE}" "${FOLDER}\${CONSOLE}"
  ${EndIf}
  RMDir "${FOLDER}\${ASIDE}"
!macroend
!macro DROP_ASIDE FOLDER
  RMDir /r "${FOLDER}\${ASIDE}"
!macroend

; «Open with» for DICOM files; what opens them by a double click stays as it is.
!macro REGISTER_FILE_TYPE
  WriteRegStr SHCTX "Software\Classes\${FILE_TYPE}" "" "$(FILE_TYPE_NAME)"
  WriteRegStr SHCTX "Software\Classes\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr SHCTX "Software\Classes\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.dcm\OpenWithProgids" "${FILE_TYPE}" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}\SupportedTypes" ".dcm" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend
!macro UNREGISTER_FILE_TYPE
  DeleteRegKey SHCTX "Software\Classes\${FILE_TYPE}"
  DeleteRegKey SHCTX "Software\Classes\Applications\${WINDOW}"
  DeleteRegValue SHCTX "Software\Classes\.dcm\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.dcm\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.dcm"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; The entry under «Apps» of the settings; the mode is named, for a computer may have the program twice.
!macro REGISTER_PROGRAM
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Comments" "$(COMMENT)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $R0 $R1 $R2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $R0
!macroend

; Cases, settings and caches: of all users and of the machine after an installation for all, else only one's own.
!macro PURGE
  !insertmacro DELETE_TREE "$LOCALAPPDATA\precontrast"
  ${If} $MultiUser.InstallMode == "AllUsers"
    !insertmacro DELETE_TREE "$APPDATA\precontrast" ; C:\ProgramData
    StrCpy $R0 0
    ${Do}
      EnumRegKey $R1 HKLM "${PROFILES}" $R0
      ${If} $R1 == ""
        ${Break}
      ${EndIf}
      ReadRegStr $R2 HKLM "${PROFILES}\$R1" "ProfileImagePath"
      ${If} $R2 != ""
        ExpandEnvStrings $R2 $R2
        !insertmacro DELETE_TREE "$R2\AppData\Local\precontrast"
      ${EndIf}
      IntOp $R0 $R0 + 1
    ${Loop}
  ${EndIf}
!macroend
!define PROFILES "SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"

; By the system's own command: RMDir /r would follow a junction that a user has laid, with an administrator's rights.
!macro DELETE_TREE FOLDER
  ${If} ${FileExists} "${FOLDER}\*.*"
    nsExec::Exec '"$SYSDIR\cmd.exe" /d /c rd /s /q "${FOLDER}"'
    Pop $R9
    ${If} ${FileExists} "${FOLDER}\*.*"
      SetErrorLevel ${RC_DATA_LEFT}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(DATA_LEFT)$\n${FOLDER}" /SD IDOK
    ${EndIf}
  ${EndIf}
!macroend
