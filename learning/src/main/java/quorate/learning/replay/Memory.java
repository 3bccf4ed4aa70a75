package quorate.learning.replay;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// The newest steps of the past, so many as it can hold, in flat arrays; the oldest make room.
///
/// A step is what was seen, what was done, what it earned, what was seen then, and what the value
/// of that is worth: the discount, 0 where nothing could follow. Everything is allocated at once.
/// Not for use by two threads.
public final class Memory implements Stateful {
  /// What a JVM can allocate as one array.
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final int capacity;
  private final int observationSize;
  private final int actionSize;
  private final float[] observations;
  private final float[] actions;
  private final float[] rewards;
  private final float[] next;
  private final float[] discounts;
  private int size;
  private int place;

  /// @param capacity steps that it holds
  /// @throws MemoryShortageException when it would not fit into the memory that is left
  public Memory(int capacity, int observationSize, int actionSize) {
    this(capacity, observationSize, actionSize, bytesLeft());
  }

  Memory(int capacity, int observationSize, int actionSize, long bytesLeft) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "a memory must hold at least 1 step, but was to hold " + capacity);
    }
    long numbers = 2L * observationSize + actionSize + 2;
    long bytes = capacity * numbers * Float.BYTES;
    int widest = Math.max(observationSize, actionSize);
    int most = LONGEST_ARRAY / widest;
    if (capacity > most) {
      throw new IllegalArgumentException(
          "a memory of steps of %d numbers holds at most %,d of them, but was to hold %,d: hold fewer steps"
              .formatted(widest, most, capacity));
    }
    if (bytes > bytesLeft) {
      throw new MemoryShortageException(
          "a memory of %,d steps of %d numbers needs %,d MB, but %,d MB are left"
              .formatted(capacity, numbers, Math.ceilDiv(bytes, 1_000_000L), bytesLeft / 1_000_000),
          bytes);
    }
    this.capacity = capacity;
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.observations = new float[capacity * observationSize];
    this.actions = new float[capacity * actionSize];
    this.rewards = new float[capacity];
    this.next = new float[capacity * observationSize];
    this.discounts = new float[capacity];
  }

  private static long bytesLeft() {
    Runtime machine = Runtime.getRuntime();
    return machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
  }

  /// Steps it holds.
  public int size() {
    return size;
  }

  public int capacity() {
    return capacity;
  }

  /// Takes one step.
  ///
  /// @param seen array that holds what was seen, from `seenAt` on
  /// @param done array that holds the action, from `doneAt` on
  /// @param reward what was earned, discounted where it is of several steps
  /// @param then array that holds what was seen afterwards, from `thenAt` on
  /// @param discount what the value of that counts, 0 where nothing could follow
  /// @return its place
  public int add(
      float[] seen,
      int seenAt,
      float[] done,
      int doneAt,
      float reward,
      float[] then,
      int thenAt,
      float discount) {
    int at = place;
    System.arraycopy(seen, seenAt, observations, at * observationSize, observationSize);
    System.arraycopy(done, doneAt, actions, at * actionSize, actionSize);
    rewards[at] = reward;
    System.arraycopy(then, thenAt, next, at * observationSize, observationSize);
    discounts[at] = discount;
    place = at + 1 == capacity ? 0 : at + 1;
    size = Math.min(size + 1, capacity);
    return at;
  }

  /// Draws places evenly, each from all again.
  public void draw(RandomGenerator chance, int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = chance.nextInt(size);
    }
  }

  /// Copies chosen steps, one after the other, where graphs read them.
  ///
  /// @param chosen places from 0 to [#size] − 1, as many as there are rewards
  public void copy(
      int[] chosen,
      float[] toObservations,
      float[] toActions,
      float[] toRewards,
      float[] toNext,
      float[] toDiscounts) {
    for (int i = 0; i < toRewards.length; i++) {
      int at = chosen[i];
      int row = i * observationSize;
      System.arraycopy(observations, at * observationSize, toObservations, row, observationSize);
      System.arraycopy(actions, at * actionSize, toActions, i * actionSize, actionSize);
      toRewards[i] = rewards[at];
      System.arraycopy(next, at * observationSize, toNext, row, observationSize);
      toDiscounts[i] = discounts[at];
    }
  }

  /// What is held, and no more: a memory that is not yet full takes less room.
  @Override
  public void save(StateWriter out) {
    out.mark("memory");
    out.number(capacity);
    out.number(size);
    out.number(place);
    out.numbers(Arrays.copyOf(observations, size * observationSize));
    out.numbers(Arrays.copyOf(actions, size * actionSize));
    out.numbers(Arrays.copyOf(rewards, size));
    out.numbers(Arrays.copyOf(next, size * observationSize));
    out.numbers(Arrays.copyOf(discounts, size));
  }

  @Override
  public void load(StateReader in) {
    in.mark("memory");
    Saved.same("a memory's capacity", capacity, in.integer());
    size = Saved.within("a memory's size", capacity, in.integer());
    place = Saved.within("a memory's place", capacity - 1, in.integer());
    read(in, observations, size * observationSize);
    read(in, actions, size * actionSize);
    read(in, rewards, size);
    read(in, next, size * observationSize);
    read(in, discounts, size);
  }

  private static void read(StateReader in, float[] into, int count) {
    float[] found = new float[count];
    in.numbers(found);
    System.arraycopy(found, 0, into, 0, count);
  }
}
