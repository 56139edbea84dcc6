import { describeFamily } from '../describe-family';

// Each map’s own order of latitude and longitude; pairs, degrees, geo: URIs.
describeFamily('geo', ['geo'], {
  hits: [
    ['https://www.google.com/maps/@43.2389,76.8897,15z', 'geo 43.238900,76.889700'],
    [
      'https://www.google.com/maps/place/X/@43.1,76.1,17z/data=!8m2!3d43.238949!4d76.889709',
      'geo 43.238949,76.889709',
    ],
    ['https://yandex.ru/maps/?ll=76.1%2C43.1&pt=76.889709,43.238949', 'geo 43.238949,76.889709'],
    ['https://2gis.kz/almaty/firm/70000001?m=76.889709%2C43.238949%2F16', 'geo 43.238949,76.889709'],
    ['https://www.openstreetmap.org/?mlat=43.2&mlon=76.8#map=17/1/2', 'geo 43.200000,76.800000'],
    ['https://maps.apple.com/?q=43.2,76.8', 'geo 43.200000,76.800000'],
    ['geo:-33.9,151.2;u=35', 'geo -33.900000,151.200000'],
    ['координаты 43,238949; 76,889709', 'geo 43.238949,76.889709'],
    ['43°14\'20.2"N, 76°53\'22.9"E', 'geo 43.238944,76.889694'],
    ["43°14.336'N 76°53.382'E", 'geo 43.238933,76.889700'],
  ],
  misses: [
    '43.50, 76.80',
    '1.2345, 2.3456',
    'координаты 143.238949, 276.889709',
    'https://www.google.com/search?q=43.2,76.8',
    'M43.238949,76.889709L1,2',
  ],
});
