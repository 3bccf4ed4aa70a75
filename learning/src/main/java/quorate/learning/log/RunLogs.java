package quorate.learning.log;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Several logs as one.
public final class RunLogs {
  private RunLogs() {}

  /// A log that writes everything to all of `logs`, in their order. When one throws, the others are
  /// still served, and the first exception is thrown at the end with the others attached.
  public static RunLog all(List<? extends RunLog> logs) {
    return new All(List.copyOf(logs));
  }

  private record All(List<RunLog> logs) implements RunLog {
    @Override
    public void scalar(String name, long step, double value) {
      each(log -> log.scalar(name, step, value));
    }

    @Override
    public void parameters(Map<String, String> parameters) {
      each(log -> log.parameters(parameters));
    }

    @Override
    public void flush() {
      each(RunLog::flush);
    }

    @Override
    public void fail() {
      each(RunLog::fail);
    }

    @Override
    public void interrupt() {
      each(RunLog::interrupt);
    }

    @Override
    public void close() {
      each(RunLog::close);
    }

    private void each(Consumer<RunLog> what) {
      RuntimeException first = null;
      for (RunLog log : logs) {
        try {
          what.accept(log);
        } catch (RuntimeException e) {
          if (first == null) {
            first = e;
          } else {
            first.addSuppressed(e);
          }
        }
      }
      if (first != null) {
        throw first;
      }
    }
  }
}
