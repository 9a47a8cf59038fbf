; What setup and uninstaller say. Both languages have the same names; a test compares them.

!macro SAY NAME EN ZH
  LangString ${NAME} ${LANG_ENGLISH} "${EN}"
  LangString ${NAME} ${LANG_SIMPCHINESE} "${ZH}"
!macroend

LicenseLangString NOTICE_FILE ${LANG_ENGLISH} "${NOTICES}/notice.en.txt"
LicenseLangString NOTICE_FILE ${LANG_SIMPCHINESE} "${NOTICES}/notice.zh.txt"

!insertmacro SAY NOTICE_TITLE "Research use only" "仅供科研"
!insertmacro SAY NOTICE_SUBTITLE "Please read this before you install Precontrast." "安装 Precontrast 前请阅读以下内容。"
!insertmacro SAY NOTICE_TOP "What this program may be used for:" "本程序的使用范围："
!insertmacro SAY NOTICE_BOTTOM "To go on, confirm that you have read this." "请确认已阅读以上内容，然后继续。"
!insertmacro SAY NOTICE_AGREE "I have read this: research use only" "我已阅读：仅供科研，不作为临床诊断依据"
!insertmacro SAY PART_PROGRAM "Program" "程序"
!insertmacro SAY PART_DESKTOP "Desktop shortcut" "桌面快捷方式"
!insertmacro SAY PART_PATH "Command line: add to PATH" "命令行：加入 PATH"
!insertmacro SAY PART_PURGE "Delete cases and settings" "删除病例和设置"
!insertmacro SAY ABOUT_PROGRAM "Window and command line, with an entry in the start menu and in «Open with» of DICOM files." "窗口程序和命令行程序；加入开始菜单，并在 DICOM 文件的“打开方式”中显示。"
!insertmacro SAY ABOUT_DESKTOP "A shortcut on the desktop." "在桌面上创建快捷方式。"
!insertmacro SAY ABOUT_PATH "The command precontrast can be typed in any folder." "可在任何文件夹中使用 precontrast 命令。"
!insertmacro SAY ABOUT_PURGE "Stored cases, outcomes, audit log, settings and installed packs. After an installation for all users: those of every user, and the configuration of this computer. They cannot be brought back." "已保存的病例、结局、审计日志、设置和已安装的模型包。为所有用户安装时，包括每个用户的数据和本机配置。删除后无法恢复。"
!insertmacro SAY CONFIRM_PURGE "Really delete all stored cases and settings? They cannot be brought back." "确定要删除所有已保存的病例和设置吗？删除后无法恢复。"
!insertmacro SAY REFUSED_PLATFORM "Precontrast needs a 64-bit Windows 10 or later." "Precontrast 需要 64 位 Windows 10 或更高版本。"
!insertmacro SAY REFUSED_RIGHTS "An installation for all users needs an administrator. Start again as one, or with /CurrentUser." "为所有用户安装或卸载需要管理员权限。请以管理员身份运行，或使用 /CurrentUser。"
!insertmacro SAY REFUSED_RUNNING "Precontrast is running. Close it, for every user of this computer, and try again." "Precontrast 正在运行。请关闭它（包括本机其他用户打开的窗口），然后重试。"
!insertmacro SAY REFUSED_FOLDER "Another program is in this folder. Choose a folder of its own for Precontrast." "该文件夹中有其他程序。请为 Precontrast 选择单独的文件夹。"
!insertmacro SAY FAILED "Precontrast could not be installed completely. Is the disk full?" "Precontrast 未能完整安装。请检查磁盘空间。"
!insertmacro SAY DATA_LEFT "Not everything could be deleted:" "未能全部删除："
!insertmacro SAY FILE_TYPE_NAME "DICOM image" "DICOM 图像"
!insertmacro SAY COMMENT "Research use only" "仅供科研，不作为临床诊断依据"
