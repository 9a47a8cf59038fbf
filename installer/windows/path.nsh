; ${PathAdd} FOLDER, ${PathRemove} FOLDER: an entry of the PATH of all users or of one.
;
; By calls of Windows on memory of any size: NSIS's own variables end after 1,024 characters, and a longer PATH, of
; which there are many, would be destroyed.

!define PathAdd "!insertmacro _PATH PathAdd"
!define PathRemove "!insertmacro _PATH PathRemove"
!define un.PathRemove "!insertmacro _PATH un.PathRemove"
!macro _PATH FUNCTION FOLDER
  Push "${FOLDER}"
  Call ${FUNCTION}
!macroend

; Opens the key in $1 and reads ";PATH;" into memory at $2 with room for another folder: $3 is its type, $4 the length
; of PATH in characters. $0 is not 0 where there is none.
!macro _PATH_OPEN
  ${If} $MultiUser.InstallMode == "AllUsers"
    StrCpy $5 0x80000002 ; HKEY_LOCAL_MACHINE
    StrCpy $6 "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
  ${Else}
    StrCpy $5 0x80000001 ; HKEY_CURRENT_USER
    StrCpy $6 "Environment"
  ${EndIf}
  StrCpy $1 0
  StrCpy $2 0
  StrCpy $3 2 ; REG_EXPAND_SZ
  StrCpy $4 0
  System::Call 'advapi32::RegOpenKeyExW(p r5, w r6, i 0, i 0x2011F, *p .r1) i .r0' ; read, write, 64-bit view
  ${If} $0 = 0
    System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r3, p 0, *i .r4) i .r5'
    ${If} $5 <> 0
      StrCpy $3 2
      StrCpy $4 0
    ${EndIf}
    IntOp $6 $4 + 4096 ; zeroes behind it, and room for the folder
    System::Alloc $6
    Pop $2
    System::Call 'kernel32::RtlZeroMemory(p r2, i r6)'
    System::Call 'kernel32::lstrcpyW(p r2, w ";")'
    ${If} $4 > 0
      IntPtrOp $6 $2 + 2
      System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, p 0, p r6, *i r4) i .r0'
    ${EndIf}
    System::Call 'kernel32::lstrlenW(p r2) i .r4'
    IntOp $4 $4 - 1
    System::Call 'kernel32::lstrcatW(p r2, w ";")'
  ${EndIf}
!macroend

; Writes the $4 characters at $5 as PATH.
!macro _PATH_WRITE
  IntPtrOp $6 $5 + $4
  IntPtrOp $6 $6 + $4
  System::Call 'kernel32::RtlZeroMemory(p r6, i 2)'
  IntOp $6 $4 * 2
  IntOp $6 $6 + 2
  System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r3, p r5, i r6) i .r0'
  SendMessage 0xFFFF 0x001A 0 "STR:Environment" /TIMEOUT=2000 ; WM_SETTINGCHANGE, for programs that are open
!macroend

!macro _PATH_CLOSE
  ${If} $2 P<> 0
    System::Free $2
  ${EndIf}
  ${If} $1 P<> 0
    System::Call 'advapi32::RegCloseKey(p r1)'
  ${EndIf}
!macroend

Function PathAdd
  Exch $9
  !insertmacro _PATH_OPEN
  ${If} $0 = 0
    System::Call 'shlwapi::StrStrIW(p r2, w ";$9;") p .r5'
    ${If} $5 P= 0
      System::Call 'kernel32::lstrcatW(p r2, w "$9")'
      IntPtrOp $5 $2 + 2
      ${If} $4 = 0
        IntPtrOp $5 $5 + 2 ; there was none: without the «;» between
      ${EndIf}
      System::Call 'kernel32::lstrlenW(p r5) i .r4'
      !insertmacro _PATH_WRITE
    ${EndIf}
  ${EndIf}
  !insertmacro _PATH_CLOSE
  Pop $9
FunctionEnd

!macro _PATH_REMOVE_FUNCTION PREFIX
  Function ${PREFIX}PathRemove
    Exch $9
    !insertmacro _PATH_OPEN
    ${If} $0 = 0
      System::Call 'shlwapi::StrStrIW(p r2, w ";$9;") p .r5'
      ${If} $5 P<> 0
        ; What comes behind moves to the front: ";a;FOLDER;b;" becomes ";a;b;".
        StrLen $6 ";$9"
        IntOp $6 $6 * 2
        IntPtrOp $6 $5 + $6
        System::Call 'kernel32::lstrlenW(p r6) i .r4'
        IntOp $4 $4 * 2
        IntOp $4 $4 + 2
        System::Call 'ntdll::memmove(p r5, p r6, p r4)'
        System::Call 'kernel32::lstrlenW(p r2) i .r4'
        IntOp $4 $4 - 2
        IntPtrOp $5 $2 + 2
        ${If} $4 > 0
          !insertmacro _PATH_WRITE
        ${Else}
          System::Call 'advapi32::RegDeleteValueW(p r1, w "Path")' ; the folder was all there was
        ${EndIf}
      ${EndIf}
    ${EndIf}
    !insertmacro _PATH_CLOSE
    Pop $9
  FunctionEnd
!macroend
!insertmacro _PATH_REMOVE_FUNCTION ""
!insertmacro _PATH_REMOVE_FUNCTION "un."
