package quorate.learning.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A run's numbers as TensorBoard reads them: `events.out.tfevents.<seconds>.quorate`, no machine's
/// name in it. A number is kept as the `float` nearest to it.
///
/// What was noted stays in a buffer of 64 KiB until it is full or [#flush] is called. Costs about a
/// hundred bytes and a microsecond a number. For one thread.
public final class EventFile implements RunLog {
  private static final String PARAMETERS = "parameters/text_summary";

  private final Path path;
  private final Clock clock;
  private final OutputStream out;

  private EventFile(Path path, Clock clock, OutputStream out) {
    this.path = path;
    this.clock = clock;
    this.out = out;
  }

  /// Begins a new file in a folder, which is made when there is none. A second file of the same
  /// second gets a number at its end.
  ///
  /// @throws LogException when it cannot be written
  public static EventFile create(Path folder, Clock clock) {
    String name = "events.out.tfevents.%010d.quorate".formatted(clock.instant().getEpochSecond());
    try {
      Files.createDirectories(folder);
      int again = 0;
      while (true) {
        Path path = folder.resolve(again == 0 ? name : name + "." + again);
        try {
          OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
          EventFile file = new EventFile(path, clock, new BufferedOutputStream(out, 1 << 16));
          file.append(Event.version(clock.instant()));
          file.flush();
          return file;
        } catch (FileAlreadyExistsException e) {
          again++; // a run that was resumed within the second
        }
      }
    } catch (IOException e) {
      throw new LogException("cannot write an event file in %s: %s".formatted(folder, e), e);
    }
  }

  /// Begins a further file for a run that goes on from a checkpoint: TensorBoard forgets what the
  /// files before it in the folder say from `step` on, which would else be drawn twice. [#read]
  /// knows one file and forgets nothing.
  ///
  /// @param step the first that is noted again
  /// @throws LogException when it cannot be written
  public static EventFile resume(Path folder, Clock clock, long step) {
    EventFile file = create(folder, clock);
    file.append(Event.resumed(clock.instant(), step));
    file.flush();
    return file;
  }

  public Path path() {
    return path;
  }

  /// The number that will be read back is `(float) value`.
  @Override
  public void scalar(String name, long step, double value) {
    append(Event.scalar(clock.instant(), name, step, value));
  }

  /// Shown as a table under "Text", sorted by name.
  @Override
  public void parameters(Map<String, String> parameters) {
    StringBuilder table = new StringBuilder("| parameter | value |\n|---|---|\n");
    new TreeMap<>(parameters)
        .forEach((name, value) -> table.append("| %s | %s |\n".formatted(cell(name), cell(value))));
    append(Event.text(clock.instant(), PARAMETERS, 0, table.toString()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\R", " ");
  }

  private void append(byte[] event) {
    try {
      out.write(Records.frame(event));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private LogException failed(IOException e) {
    return new LogException(
        "cannot write %s: %s; see that the disk has room and the folder can be written"
            .formatted(path, e),
        e);
  }

  /// The numbers of an event file, ours or another tool's, in their order. A record half written at
  /// the end is left out.
  ///
  /// @throws LogException when the file cannot be read or a whole record in it is damaged
  public static List<Scalar> read(Path file) {
    List<Scalar> scalars = new ArrayList<>();
    read(file, scalars, new LinkedHashMap<>());
    return scalars;
  }

  /// The texts of an event file by tag, the last of each, such as the parameters'.
  ///
  /// @throws LogException as [#read] does
  public static Map<String, String> readTexts(Path file) {
    Map<String, String> texts = new LinkedHashMap<>();
    read(file, new ArrayList<>(), texts);
    return texts;
  }

  private static void read(Path file, List<Scalar> scalars, Map<String, String> texts) {
    try {
      for (byte[] event : Records.unframe(Files.readAllBytes(file))) {
        Event.read(event, scalars, texts);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new LogException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
