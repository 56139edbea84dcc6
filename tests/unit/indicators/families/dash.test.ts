import { describeFamily } from '../describe-family';

// Documented Dash addresses.
describeFamily('dash', ['dash'], {
  hits: [
    ['XpESxaUmonkq8RaLLp46Brx2K39ggQe226', 'dash XpESxaUmonkq8RaLLp46Brx2K39ggQe226'],
    ['7gnwGHt17heGpG9Crfeh4KGpYNFugPhJdh', 'dash 7gnwGHt17heGpG9Crfeh4KGpYNFugPhJdh'],
  ],
  suspects: [['Dash: XpESxaUmonkq8RaLLp46Brx2K39ggQe227', 'dash XpESxaUmonkq8RaLLp46Brx2K39ggQe227']],
  misses: ['XpESxaUmonkq8RaLLp46Brx2K39ggQe227'],
});
