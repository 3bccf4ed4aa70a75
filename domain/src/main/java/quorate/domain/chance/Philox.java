package quorate.domain.chance;

import java.util.random.RandomGenerator;

/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3" (SC 2011).
///
/// Its whole state is a key (the seed) and a counter, so a run saves two numbers and goes on bit
/// for bit where it stopped. Streams with different keys are independent. Not for use by two
/// threads.
public final class Philox implements RandomGenerator {
  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final long LOW_32 = 0xFFFFFFFFL;

  private final long seed;
  private long drawn;
  private long spare;

  private Philox(long seed, long drawn) {
    this.seed = seed;
    this.drawn = drawn;
    if ((drawn & 1) == 1) {
      this.drawn--;
      nextLong();
    }
  }

  public static Philox seeded(long seed) {
    return new Philox(seed, 0);
  }

  /// The generator as it was after `drawn` numbers.
  ///
  /// @param drawn what [#drawn] said when it was saved
  public static Philox resumed(long seed, long drawn) {
    return new Philox(seed, drawn);
  }

  public long seed() {
    return seed;
  }

  /// How many 64-bit numbers were drawn; with the seed the whole state.
  public long drawn() {
    return drawn;
  }

  /// Fills an array with its places, 0 and up, in a fair order (R. Durstenfeld's algorithm 235,
  /// 1964): every order is equally likely, whatever stood there before.
  public void order(int[] places) {
    for (int i = 0; i < places.length; i++) {
      int j = nextInt(i + 1);
      places[i] = places[j];
      places[j] = i;
    }
  }

  @Override
  public long nextLong() {
    long index = drawn++;
    if ((index & 1) == 1) {
      return spare;
    }
    long block = index >>> 1;
    int c0 = (int) block;
    int c1 = (int) (block >>> 32);
    int c2 = 0;
    int c3 = 0;
    int k0 = (int) seed;
    int k1 = (int) (seed >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & LOW_32);
      long product1 = MULTIPLIER_1 * (c2 & LOW_32);
      int next0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      int next2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c1 = (int) product1;
      c3 = (int) product0;
      c0 = next0;
      c2 = next2;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    spare = (c2 & LOW_32) | ((long) c3 << 32);
    return (c0 & LOW_32) | ((long) c1 << 32);
  }
}
