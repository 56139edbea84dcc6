import { describeFamily } from '../describe-family';

// Transparent addresses and unified ones of the Zcash test vectors.
describeFamily('zec', ['zec'], {
  hits: [
    ['t1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxq', 'zec t1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxq'],
    ['t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd', 'zec t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd'],
    [
      'u1qylzskzykhk5l5vk6zlyqqruvskzv74hk20lmrllzy3vdz6pvny5t9zwlrm86ukw77y5pu8uep2m33s7sc7gn6aq0jm9neg5tsektyn9',
      'zec u1qylzskzykhk5l5vk6zlyqqruvskzv74hk20lmrllzy3vdz6pvny5t9zwlrm86ukw77y5pu8uep2m33s7sc7gn6aq0jm9neg5tsektyn9',
    ],
  ],
  suspects: [
    ['Zcash: t1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxr', 'zec t1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxr'],
    [
      'Zcash: u1qylzskzykhk5l5vk6zlyqqruvskzv74hk20lmrllzy3vdz6pvny5t9zwlrm86ukw77y5pu8uep2m33s7sc7gn6aq0jm9neg5tsektyn8',
      'zec u1qylzskzykhk5l5vk6zlyqqruvskzv74hk20lmrllzy3vdz6pvny5t9zwlrm86ukw77y5pu8uep2m33s7sc7gn6aq0jm9neg5tsektyn8',
    ],
  ],
  misses: [
    't1U9yhDa5XEjgfnTgZoKddeSiEN1aoLkQxr',
    'u1qylzskzykhk5l5vk6zlyqqruvskzv74hk20lmrllzy3vdz6pvny5t9zwlrm86ukw77y5pu8uep2m33s7sc7gn6aq0jm9neg5tsektyn8',
  ],
});
