/** The first-run page. */
export const welcome = {
  welcome: {
    link: 'Ilk qadamlar',
    title: 'Ilk qadamlar',
    lead: 'Osmotr internet-resurs sahifasini topilgani dalilga aylanadigan qilib qayd etadi.',
    start: 'Birinchi qaydgacha uch daqiqa',
    stepCase: 'Ish yarating: nomi yetarli, qolganini keyin ko‘rsatish mumkin.',
    stepPage: 'Resurs sahifasini boshqa varaqda oching va to‘liq yuklanishini kuting.',
    stepCapture:
      'Brauzer panelidagi Osmotr belgisini, so‘ng «Sahifani qayd etish» tugmasini bosing (yoki {{keys}}). Qayd tugagani ko‘rsatilguncha varaqni yopmang.',
    stepCaptureNoKeys:
      'Brauzer panelidagi Osmotr belgisini, so‘ng «Sahifani qayd etish» tugmasini bosing. Qayd tugagani ko‘rsatilguncha varaqni yopmang.',
    stepLook: 'Shu yerga qaytib, ishni oching: suratlar, matn, identifikatorlar, qayd borishi.',
    stepExport:
      'Ishni eksport qiling: muhrlangan bitta ZIP hosil bo‘ladi. Uni shu yerning o‘zida tekshiring — ekspert ham shunday tekshiradi.',
    does: 'Kengaytma nima qiladi',
    doesCapture:
      'Bir bosishda ekran suratlari, sahifaning mustaqil nusxasi, manzillar, hamyonlar, telefonlar va boshqa identifikatorlarni vaqti va xesh-summalari bilan saqlaydi.',
    doesLocal: 'Hammasini faqat shu kompyuterda saqlaydi. Hech qayerga hech narsa yubormaydi.',
    doesSeal: 'Ishni muhrlangan bitta ZIP qilib chiqaradi; ekspert uni bu dastursiz ham tekshiradi.',
    doesHonest: 'Nimani olib bo‘lmaganini ochiq aytadi va sababini ko‘rsatadi.',
    notice: 'Sayt nimani sezishi mumkin, nimani yo‘q',
    noticeNot:
      'Sayt kengaytma haqida ham, qayd haqida ham bilmaydi: sahifaga hech narsa qo‘shilmaydi, saytga bitta ham ortiqcha so‘rov ketmaydi.',
    noticeChromium:
      'Istisno — ko‘rinmaydigan qism suratlari: sahifa oyna o‘lchami o‘zgargani haqida hodisa oladi, brauzer esa nosozlik tuzatish boshlangani haqida chiziq ko‘rsatadi. Bu to‘g‘ri kelmasa, sozlamalarda mazmuni bo‘yicha chizishni tanlang.',
    noticeFirefox:
      'Ko‘rinmaydigan qism suratlari sezdirmay olinadi. Brauzer saytga so‘rovsiz bermaydigan rasmlar olib bo‘lmaganlar ro‘yxatida qoladi.',
    noticeScroll:
      'Aylantirishni yoki «ichki sohalar»ni o‘zingiz tanlagan bo‘lsangiz, sayt uni istalgan o‘quvchining aylantirishi kabi ko‘radi.',
    noticeCounted: 'Sayt nimani sezishi mumkin bo‘lgani hisoblanadi va har bir qaydga yoziladi.',
    private: 'Maxfiy oynalar',
    privateChromium:
      'Inkognito rejimida ishlash uchun brauzerning kengaytmalar sahifasida Osmotr ma’lumotlarini ochib, shu rejimga ruxsat bering. Qaydlar boshqalari bilan birga saqlanadi va oyna yopilganda yo‘qolmaydi.',
    privateFirefox:
      'Maxfiy oynalarda ishlash uchun brauzerning qo‘shimchalar sahifasida Osmotr uchun maxfiy oynalarda ishga tushirishni yoqing. Qaydlar boshqalari bilan birga saqlanadi. Agar Firefox tarixni hech qachon eslab qolmaydigan qilib sozlangan bo‘lsa (Tor Browser ham shunday ishlaydi), qaydlarni saqlaydigan joy yo‘q: kengaytma buni aytadi.',
    permissions: 'Ruxsatlar va ular nima uchun kerak',
    permission: {
      sites: 'Barcha saytlarga kirish',
      sitesWhy: 'Istalgan resursni qayd etish mumkin. Siz bosmaguningizcha sahifalar mazmuni o‘qilmaydi.',
      tabs: 'Varaqlar va sahifa mazmuni',
      tabsWhy:
        'Varaq manzilini bilish, undagi sahifa almashmaganiga ishonch hosil qilish va qayd etilayotgan sahifani o‘qish uchun.',
      network: 'Yuklanish haqidagi ma’lumotlar',
      networkWhy:
        'Yo‘naltirishlar, sarlavhalar, server manzili va brauzer bersa, sertifikatlarni yozish uchun. Faqat hozir ochiq turgani haqida saqlanadi.',
      pictures: 'Sahifa suratlari va arxivi',
      picturesWhy: 'Butun sahifa suratlari va fayllarini saytga so‘rovsiz, brauzer xotirasidan olish uchun.',
      storage: 'Cheklovsiz saqlash joyi',
      storageWhy: 'Qaydlarni shu kompyuterda saqlash uchun; suratlar ko‘p joy oladi.',
      downloads: 'Yuklanmalar',
      downloadsWhy: 'To‘plam va alohida fayllarni yuklanmalar jildiga saqlash uchun.',
      menu: 'Kontekst menyusi',
      menuWhy: 'Sichqonchaning o‘ng tugmasidagi «Sahifani qayd etish» bandi.',
      headers: 'O‘z so‘rovlarini tuzatish',
      headersWhy:
        'Vaqt tamg‘asi so‘rovidan shu brauzerni tanitadigan narsalarni olib tashlash uchun. Boshqa so‘rovlarga tegmaydi.',
    },
  },
} as const;
