package quorate.learning.graph;

import quorate.domain.chance.Philox;

/// Where dropout takes its chance from, and whether it is on: one for a network, shared by all its
/// dropouts and by all graphs of it.
///
/// The same seed gives the same masks in the order in which the dropouts run; the seed and what
/// [#drawn] says are the whole state, so that a resumed run draws the masks that the run which was
/// not interrupted would have drawn. On when made. Not for use by two threads.
public final class DropoutChance {
  private Philox chance;
  private boolean on = true;

  private DropoutChance(Philox chance) {
    this.chance = chance;
  }

  public static DropoutChance seeded(long seed) {
    return new DropoutChance(Philox.seeded(seed));
  }

  /// Whether numbers are dropped; where not, dropout lets everything through.
  public boolean isOn() {
    return on;
  }

  /// Drops from the next run on: to train, and to ask a trained network how sure it is.
  public void switchOn() {
    on = true;
  }

  /// Lets everything through from the next run on, and draws nothing.
  public void switchOff() {
    on = false;
  }

  public long seed() {
    return chance.seed();
  }

  /// How many 64-bit numbers were drawn; with the seed the whole state.
  public long drawn() {
    return chance.drawn();
  }

  /// Goes back, or on, to a saved state.
  ///
  /// @param seed what [#seed] said
  /// @param drawn what [#drawn] said
  public void resume(long seed, long drawn) {
    chance = Philox.resumed(seed, drawn);
  }

  /// Fills `factors` with 0 (at the rate) and 1 / (1 − rate), two to a number drawn; with 1 where
  /// it is off.
  void fill(float[] factors, float rate) {
    if (!on) {
      java.util.Arrays.fill(factors, 1f);
      return;
    }
    long dropped = Math.round(rate * 0x1p32);
    float kept = 1f / (1f - rate);
    long bits = 0;
    for (int i = 0; i < factors.length; i++) {
      bits = (i & 1) == 0 ? chance.nextLong() : bits >>> 32;
      factors[i] = (bits & 0xFFFFFFFFL) < dropped ? 0f : kept;
    }
  }
}
