/** How pictures are taken, and what they fail to show. */
export const pictures = {
  pictures: {
    title: 'Sahifa suratlari',
    automatic: 'Avtomatik',
    automaticNote:
      'Brauzer beradigan eng yaxshi usul bilan aylantirmasdan suratga olish; u rad etilsa, sahifa mazmuni bo‘yicha chiziladi. Sahifa oynaga sig‘masa, Chromium suratga olish vaqtida sozlash panelini ko‘rsatadi va sayt oyna o‘lchami o‘zgarganini payqashi mumkin.',
    'cdp-clips': 'Sozlagich orqali suratga olish',
    'cdp-clipsNote':
      'Ekrandagi nuqtalar, sahifa aylantirilmaydi. U oynaga sig‘masa, suratga olish vaqtida sozlash paneli ko‘rinadi; sayt oyna o‘lchami o‘zgarganini payqashi mumkin.',
    'capture-tab': 'Varaqni butunligicha suratga olish',
    'capture-tabNote': 'Ekrandagi nuqtalar, sahifa aylantirilmaydi. Sayt hech narsani payqamaydi.',
    scrolled: 'O‘quvchi kabi aylantirib',
    scrolledNote:
      'Sahifa yuqoridan pastga aylantiriladi, har bir qadam ekrandan suratga olinadi; keyin yuklanadigan rasmlar ham yuklanadi. Sayt aylantirishni payqashi mumkin va har qanday o‘quvchidan olgani kabi o‘sha rasmlar so‘rovlarini oladi. Sekinroq: soniyasiga ikki suratdan oshmaydi.',
    rendered: 'Mazmuni bo‘yicha chizish',
    renderedNote:
      'Sahifa qaytadan chiziladi (html2canvas), sozlash panelisiz. Bu ekran surati emas, chizma va shunday belgilanadi.',
    limit: 'Bir qadam vaqti, soniya',
    limitNote:
      'Qayd etish qadami bundan uzoq kutmaydi: sababi yoziladi, qolgan qadamlar bajariladi. {{min}} dan {{max}} gacha; aylantirishga olti baravar ko‘p vaqt beriladi.',
    panes: 'Ichki sohalarni aylantirish',
    panesNote:
      'Yozishmalar va o‘z aylantirishi bor boshqa ro‘yxatlar butunligicha suratga olinadi. Sayt buni payqashi mumkin.',
    remarks: 'Nima ko‘rinmaydi yoki hali yo‘q edi',
  },
  refetch: {
    title: 'Sahifaning yetishmayotgan fayllari',
    allow: 'Ularni saytdan qayta so‘rash',
    note: 'Odatda brauzer xotirasida yo‘q narsa olib bo‘lmaganlar ro‘yxatida qoladi. Bu sozlama bilan bunday fayllar yana bir marta so‘raladi va sayt buni sezishi mumkin; har bir so‘rov qaydga yoziladi.',
    asked: 'Saytdan qayta so‘raldi',
    askedNote:
      'Bu fayllar brauzer xotirasida yo‘q edi. Ular saytdan yana bir marta so‘raldi: sozlamalarda shunga ruxsat berilgan.',
    obtained: 'Olindi',
    failed: 'olinmadi: {{reason}}',
  },
  remark: {
    'page-loading': 'Sahifa hali yuklanayotgan edi: shu paytgacha kelgan qismi qayd etildi.',
    'frames-loading': 'Hali yuklanayotgan freymlar (kelgan qismi qayd etildi): {{count}}.',
    'page-cut': 'Sahifaning yuqori qismi suratga olindi: {{height}} px dan {{shown}} px.',
    'page-grew':
      'Suratga olish vaqtida sahifa uzaydi: {{from}} px edi, {{to}} px bo‘ldi. Suratlarda {{shown}} px.',
    'scroll-time':
      'Aylantirish vaqti tugadi: {{height}} px dan {{shown}} px suratga olindi. Qadam vaqtini sozlamalarda oshirish mumkin.',
    'page-wider': 'Sahifa oynadan keng: chapdan {{width}} px dan {{shown}} px suratga olindi.',
    covered:
      'Suratning {{share}} % qismi hamma joyda ekranga mahkamlangan narsalar bilan yopilgan edi; bu joylar bo‘sh qoldirildi.',
    layer: 'Oynaning ko‘p qismini yopgan qatlam har bir suratda bor.',
    'pictures-not-loaded': 'Yuklanib ulgurmagan rasmlar: {{count}}.',
    'frame-blank':
      '{{url}} freymi turgan joy suratda bo‘sh, ammo unda mazmun bor. U mustaqil nusxada saqlangan.',
    'panes-left': 'Ichki sohalarning hammasi aylantirilmadi: {{found}} tadan {{taken}} tasi.',
    'panes-in-frames': 'Freymlar ichidagi sohalar aylantirilmadi.',
    'pane-cut': '{{pane}}-ichki soha suratlari chegarasidan keyin ham davom etadi.',
    'pane-gap': '{{pane}}-ichki soha suratlari ulanmagan joylar: {{count}}.',
  },
} as const;
