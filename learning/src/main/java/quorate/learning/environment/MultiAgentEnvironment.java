package quorate.learning.environment;

/// Copies of a world in which several agents act at the same time.
///
/// To a learner that knows of rows alone it is a [VectorEnvironment] like any other; added are what
/// a central critic sees and which choices are open.
public interface MultiAgentEnvironment extends VectorEnvironment {
  @Override
  int agents();

  /// Numbers in the central state of one copy.
  int centralStateSize();

  /// `float[copies][centralStateSize]`, what the critic knows of each copy when the agents act
  /// next.
  float[] centralStates();

  /// `float[copies][centralStateSize]`: in copies whose episode ended by the last step its last
  /// central state; other copies have no meaning.
  float[] finalCentralStates();

  /// Whether some choices are closed at times; if not, [#actionMasks] is empty.
  boolean hasActionMasks();

  /// `byte[rows][choices]`, 1 where a choice is open to the agent next, 0 where it is closed; the
  /// choices of several discrete parts lie side by side.
  byte[] actionMasks();
}
