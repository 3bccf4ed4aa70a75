package quorate.features.state;

/// Saves a state or loads it: each method takes the present value and gives the one to keep.
///
/// The form is little-endian and fixed: 8 bytes a number, `double`s by their bits. It names no
/// fields, so [#mark] guards against loading the state of something else.
public sealed interface StateCodec permits StateWriter, StateReader {
  long whole(long present);

  double real(double present);

  boolean flag(boolean present);

  /// All elements in place; the length belongs to the owner's settings, not to the state.
  void reals(double[] present);

  /// A sign that the state is of what it is loaded into, such as its settings as text.
  ///
  /// @throws IllegalArgumentException on loading, when the saved sign is another one
  void mark(String sign);

  /// The state of `what`.
  static byte[] save(Stateful what) {
    StateWriter writer = new StateWriter();
    what.state(writer);
    return writer.bytes();
  }

  /// Puts `what` into a saved state.
  ///
  /// @throws IllegalArgumentException when the bytes are not a state of it; it must not be used
  ///   then
  static void load(byte[] state, Stateful what) {
    StateReader reader = new StateReader(state);
    what.state(reader);
    reader.expectEnd();
  }
}
