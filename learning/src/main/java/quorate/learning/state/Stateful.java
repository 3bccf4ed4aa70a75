package quorate.learning.state;

/// Something whose future depends on its past, all of which it can write down.
///
/// What is loaded into an equally made object makes it go on bit for bit like the one that was
/// saved.
public interface Stateful {
  void save(StateWriter out);

  /// @throws StateException when what is read is not the state of such an object; the object must
  ///   not be used afterwards
  void load(StateReader in);
}
