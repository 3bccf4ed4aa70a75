package quorate.app.terminal;

/// What the command tells the shell.
public final class ExitCode {
  public static final int DONE = 0;

  /// It could not be done; the message says why and what to do.
  public static final int FAILED = 1;

  /// The command line is wrong, or a file of settings that it names: a playbook, a mapping.
  public static final int WRONG_USE = 2;

  /// It was done, and found something a person should look at.
  public static final int FINDINGS = 3;

  /// Stopped by Ctrl-C: 128 and the number of the signal.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
