package quorate.lake.duckdb;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The one driver of this process and the doors that were loaded beside it.
final class Driver {
  private static final String DRIVER = "org.duckdb.DuckDBDriver";
  private static final String DOOR = "quorate.lake.duckdb.linked.TableFunctionDoor";

  private final java.sql.Driver driver;
  private final Class<?> door;

  private Driver(ClassLoader loader) throws ReflectiveOperationException {
    driver = (java.sql.Driver) create(loader.loadClass(DRIVER));
    door = loader.loadClass(DOOR);
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    return type.getDeclaredConstructor().newInstance();
  }

  /// A connection to a new database in memory.
  Connection connect(Properties settings) throws SQLException {
    return driver.connect("jdbc:duckdb:", settings);
  }

  RowsDoor newDoor() {
    try {
      return (RowsDoor) create(door);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the driver's side of the rows door is not whole", e);
    }
  }

  static Driver get() {
    return Holder.DRIVER;
  }

  private static final class Holder {
    static final Driver DRIVER = load();

    private static Driver load() {
      ClassLoader plain = Driver.class.getClassLoader();
      try {
        Path library = unpackedLibrary();
        return new Driver(library == null ? plain : new DriverLoader(library, plain));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "DuckDB must be on the class path (org.duckdb:duckdb_jdbc), but its driver is not", e);
      }
    }

    /// Without a folder to keep it in, the driver unpacks for itself: slower, but it works.
    private static @Nullable Path unpackedLibrary() {
      URL packed = NativeLibrary.packed();
      if (packed == null) {
        return null;
      }
      try {
        return NativeLibrary.unpacked(packed, NativeLibrary.folder());
      } catch (IOException e) {
        return null;
      }
    }
  }
}
