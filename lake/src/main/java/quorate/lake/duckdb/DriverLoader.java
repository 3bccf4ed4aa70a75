package quorate.lake.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Loads the driver's classes a second time, from the same jar, in a place where the packed library
/// is hidden and the unpacked one is what `System.loadLibrary` finds.
///
/// Why this way: the driver looks for its library in its own jar first and always unpacks what it
/// finds there; only where it finds none does it ask `System.loadLibrary`, which asks the class
/// loader. It also begins to report its memory to the flight recorder where there is one, which
/// costs another 0.3 s of every start; here it finds none. A jar without the library would do as
/// well, but then every start (tests, programs of users, the launcher) would have to carry a
/// library path.
final class DriverLoader extends ClassLoader {
  private static final String DRIVER = "org.duckdb.";
  private static final String LINKED = "quorate.lake.duckdb.linked.";

  /// What the driver looks for before it starts the flight recorder.
  private static final String RECORDER = "jdk.jfr.FlightRecorder";

  private final Path library;

  DriverLoader(Path library, ClassLoader parent) {
    super(parent);
    this.library = library;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(RECORDER)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith(DRIVER) && !name.startsWith(LINKED)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return NativeLibrary.isPacked(name) ? null : super.getResource(name);
  }

  @Override
  protected @Nullable String findLibrary(String name) {
    return name.equals("duckdb_java") ? library.toString() : null;
  }
}
