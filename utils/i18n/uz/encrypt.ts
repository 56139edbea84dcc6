/** The dialog of an encrypted export. */
export const encrypt = {
  encrypt: {
    title: 'Parol bilan eksport qilish',
    intro:
      'To‘plam AES-256 bilan shifrlangan ZIP arxivga joylanadi. Uni Windowsda 7-Zip va WinRAR, macOSda Keka ochadi; Windows Provodnigining o‘zi ochmaydi. Ichidagi fayl nomi shifrlanmaydi.',
    whole: 'Ish to‘liq. Qaydlar soni: {{number}}',
    part: 'Ishning bir qismi. Tanlangan qaydlar: {{number}} / {{of}}',
    passphrase: 'Parol',
    hint: 'Lotin harflari, raqamlar va klaviatura belgilari, kamida sakkizta',
    make: 'O‘ylab topish',
    copy: 'Parolni nusxalash',
    notStored:
      'Parol hech qayerda saqlanmaydi: usiz faylni hech kim ocha olmaydi. Uni oluvchiga fayldan alohida bering.',
    strength: 'Parol mustahkamligi',
    level: {
      unusable:
        'Yaroqsiz: lotin harflari, raqamlar va klaviatura belgilari kerak, kamida sakkizta, chetlarida bo‘sh joysiz',
      refused: 'Yaroqsiz: bir necha soniyada topilishi mumkin',
      weak: 'Zaif: bir yilga yetmay topilishi mumkin',
      good: 'Yaxshi: topish uchun bir yildan ortiq vaqt kerak',
      strong: 'Ishonchli: topish uchun ming yildan ortiq vaqt kerak',
    },
    rate: 'Sekundiga 10 milliard urinish tezligi uchun baho.',
    acceptWeak: 'Bunday parolni topib olishlari mumkinligini tushunaman',
    start: 'Eksport qilish',
  },
} as const;
