package quorate.learning.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.weights.NamedTensor;
import quorate.learning.weights.Safetensors;
import quorate.learning.weights.WeightsException;

/// Steps that somebody played, to learn from without playing: a data set for offline learning.
///
/// It grows as steps are added. On disk it is a safetensors file with the tensors `observations`
/// `[steps][observation]`, `actions` `[steps][action]` (as the environment took them), `rewards`
/// `[steps]`, `next_observations` `[steps][observation]` (of an episode that ended its last one)
/// and `ends` `[steps]` (0 goes on, 1 terminated, 2 cut by the time limit), which other tools read
/// too. Not for use by two threads.
public final class Recording {
  private static final int FIRST_ROOM = 64;
  private static final String ENVIRONMENT = "environment";

  private final int observationSize;
  private final int actionSize;
  private float[] observations;
  private float[] actions;
  private float[] rewards;
  private float[] next;
  private float[] ends;
  private int size;

  /// One without steps.
  public Recording(int observationSize, int actionSize) {
    this(
        observationSize,
        actionSize,
        new float[FIRST_ROOM * observationSize],
        new float[FIRST_ROOM * actionSize],
        new float[FIRST_ROOM],
        new float[FIRST_ROOM * observationSize],
        new float[FIRST_ROOM]);
  }

  private Recording(
      int observationSize,
      int actionSize,
      float[] observations,
      float[] actions,
      float[] rewards,
      float[] next,
      float[] ends) {
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.observations = observations;
    this.actions = actions;
    this.rewards = rewards;
    this.next = next;
    this.ends = ends;
  }

  public int size() {
    return size;
  }

  public int observationSize() {
    return observationSize;
  }

  public int actionSize() {
    return actionSize;
  }

  /// Takes a step of the first row, after it was made.
  ///
  /// @param seen what was seen before it
  /// @param done what was done
  public void add(float[] seen, float[] done, VectorEnvironment environment) {
    add(seen, done, environment, 0);
  }

  /// Takes a step of one row, after it was made.
  ///
  /// @param seen `[rows][observation]` before it
  /// @param done `[rows][action]`
  /// @param row from 0
  public void add(float[] seen, float[] done, VectorEnvironment environment, int row) {
    if (size == rewards.length) {
      grow(size + 1);
    }
    byte end = environment.dones()[row];
    float[] then =
        end == VectorEnvironment.RUNNING
            ? environment.observations()
            : environment.finalObservations();
    int seenAt = row * observationSize;
    int at = size * observationSize;
    System.arraycopy(seen, seenAt, observations, at, observationSize);
    System.arraycopy(done, row * actionSize, actions, size * actionSize, actionSize);
    rewards[size] = environment.rewards()[row];
    System.arraycopy(then, seenAt, next, at, observationSize);
    ends[size] = end;
    size++;
  }

  /// Takes all steps of another, of the same world.
  public void addAll(Recording other) {
    if (size + other.size > rewards.length) {
      grow(size + other.size);
    }
    int at = size * observationSize;
    int length = other.size * observationSize;
    System.arraycopy(other.observations, 0, observations, at, length);
    System.arraycopy(other.actions, 0, actions, size * actionSize, other.size * actionSize);
    System.arraycopy(other.rewards, 0, rewards, size, other.size);
    System.arraycopy(other.next, 0, next, at, length);
    System.arraycopy(other.ends, 0, ends, size, other.size);
    size += other.size;
  }

  private void grow(int least) {
    int room = Math.max(least, 2 * size);
    observations = Arrays.copyOf(observations, room * observationSize);
    actions = Arrays.copyOf(actions, room * actionSize);
    rewards = Arrays.copyOf(rewards, room);
    next = Arrays.copyOf(next, room * observationSize);
    ends = Arrays.copyOf(ends, room);
  }

  /// The mean over episodes that were recorded whole of what they earned, undiscounted; NaN when
  /// there is none.
  public double meanReturn() {
    double all = 0;
    double running = 0;
    int episodes = 0;
    for (int i = 0; i < size; i++) {
      running += rewards[i];
      if (ends[i] != VectorEnvironment.RUNNING) {
        all += running;
        running = 0;
        episodes++;
      }
    }
    return all / episodes;
  }

  /// That every action is one of so many choices.
  ///
  /// @throws IllegalArgumentException when there is no step or one of another action
  public void checkChoices(int choices) {
    checkNotEmpty();
    if (actionSize != 1) {
      throw new IllegalArgumentException(
          "recorded actions must be one of %d choices, but had %d numbers each: learn from them as continuous actions"
              .formatted(choices, actionSize));
    }
    for (int i = 0; i < size; i++) {
      float action = actions[i];
      if (!(action >= 0 && action < choices && action == Math.rint(action))) {
        throw new IllegalArgumentException(
            "recorded actions must be choices from 0 to %d, but step %d had %s: it was recorded in another world"
                .formatted(choices - 1, i, action));
      }
    }
  }

  private void checkNotEmpty() {
    if (size == 0) {
      throw new IllegalArgumentException(
          "a recording to learn from must have at least 1 step, but had 0: record some first");
    }
  }

  /// A memory that holds exactly these steps.
  ///
  /// @param discount γ, which the value of what was seen then counts
  /// @throws IllegalArgumentException when there is no step, or when they do not fit
  public Memory memory(double discount) {
    checkNotEmpty();
    Memory memory = new Memory(size, observationSize, actionSize);
    for (int i = 0; i < size; i++) {
      memory.add(
          observations,
          i * observationSize,
          actions,
          i * actionSize,
          rewards[i],
          next,
          i * observationSize,
          ends[i] == VectorEnvironment.TERMINATED ? 0f : (float) discount);
    }
    return memory;
  }

  /// The same steps with every action brought from its bounds to −1…1.
  ///
  /// @param low least of each number of an action
  /// @param high most of each
  /// @throws IllegalArgumentException when actions have another count of numbers
  public Recording withinOne(float[] low, float[] high) {
    if (low.length != actionSize) {
      throw new IllegalArgumentException(
          "recorded actions must have the %d numbers of their space, but had %d: it was recorded in another world"
              .formatted(low.length, actionSize));
    }
    float[] changed = Arrays.copyOf(actions, size * actionSize);
    for (int i = 0; i < changed.length; i++) {
      float least = low[i % actionSize];
      float most = high[i % actionSize];
      changed[i] = Math.clamp(2 * (changed[i] - least) / (most - least) - 1, -1f, 1f);
    }
    Recording other =
        new Recording(observationSize, actionSize, observations, changed, rewards, next, ends);
    other.size = size;
    return other;
  }

  /// Writes the file whole or not at all.
  ///
  /// @param environment its name, kept in the file
  /// @throws WeightsException when it cannot be written
  public void write(Path file, String environment) {
    Safetensors.write(
        file,
        List.of(
            tensor("observations", observations, observationSize),
            tensor("actions", actions, actionSize),
            new NamedTensor("rewards", new int[] {size}, Arrays.copyOf(rewards, size)),
            tensor("next_observations", next, observationSize),
            new NamedTensor("ends", new int[] {size}, Arrays.copyOf(ends, size))),
        Map.of(ENVIRONMENT, environment));
  }

  private NamedTensor tensor(String name, float[] values, int width) {
    return new NamedTensor(name, new int[] {size, width}, Arrays.copyOf(values, size * width));
  }

  /// @throws WeightsException when the file cannot be read or is damaged
  /// @throws IllegalArgumentException when it is no recording; the message says what is missing
  public static Recording read(Path file) {
    return read(file, Safetensors.read(file));
  }

  /// The same, of one environment; a file that does not say its environment is taken at its word.
  ///
  /// @throws WeightsException when the file cannot be read or is damaged
  /// @throws IllegalArgumentException when it is no recording, or that of another environment
  public static Recording read(Path file, String environment) {
    Safetensors found = Safetensors.read(file);
    String said = found.metadata().getOrDefault(ENVIRONMENT, environment);
    if (!said.equals(environment)) {
      throw new IllegalArgumentException(
          "a recording of %s is needed, but this is one of %s (%s)"
              .formatted(environment, said, file));
    }
    return read(file, found);
  }

  private static Recording read(Path file, Safetensors found) {
    NamedTensor observations = tensor(file, found, "observations", 2);
    NamedTensor actions = tensor(file, found, "actions", 2);
    int steps = observations.shape()[0];
    int observationSize = observations.shape()[1];
    int actionSize = actions.shape()[1];
    Recording recording =
        new Recording(
            observationSize,
            actionSize,
            observations.values(),
            actions.values(),
            tensor(file, found, "rewards", 1).values(),
            tensor(file, found, "next_observations", 2).values(),
            tensor(file, found, "ends", 1).values());
    List<Integer> lengths = new ArrayList<>();
    lengths.add(recording.actions.length / actionSize);
    lengths.add(recording.rewards.length);
    lengths.add(recording.next.length / observationSize);
    lengths.add(recording.ends.length);
    if (lengths.stream().anyMatch(each -> each != steps)) {
      throw new IllegalArgumentException(
          "a recording must have as many of everything as observations, %d, but had %s (%s): it is damaged or was made by something else"
              .formatted(steps, lengths, file));
    }
    recording.size = steps;
    return recording;
  }

  private static NamedTensor tensor(Path file, Safetensors found, String name, int rank) {
    return found
        .tensor(name)
        .filter(each -> each.shape().length == rank)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a recording must have \"%s\" with %d axes, but had %s (%s): it is the file of something else"
                    .formatted(
                        name,
                        rank,
                        found.tensors().stream().map(NamedTensor::name).toList(),
                        file)));
  }
}
