package quorate.app.doctor;

/// What one check found.
///
/// @param check what was looked at, one or two words
/// @param level how it is
/// @param found what there is, one line
/// @param advice what to do; empty when all is well
record Finding(String check, Level level, String found, String advice) {
  /// How bad it is.
  enum Level {
    /// As it should be.
    OK,
    /// Works, with less than there could be.
    WARN,
    /// Something will not work.
    FAIL
  }

  static Finding ok(String check, String found) {
    return new Finding(check, Level.OK, found, "");
  }

  static Finding warn(String check, String found, String advice) {
    return new Finding(check, Level.WARN, found, advice);
  }

  static Finding fail(String check, String found, String advice) {
    return new Finding(check, Level.FAIL, found, advice);
  }
}
