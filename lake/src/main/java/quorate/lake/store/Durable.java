package quorate.lake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Writing that survives the loss of power, and its opposite.
public final class Durable {
  private Durable() {}

  /// Forces a file's bytes to the device.
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Forces the names in a folder to the device, where the system allows to.
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // Windows opens no folders; there the rename itself is durable
    }
  }

  /// Moves within one file system, replacing what is there; seen whole or not at all.
  public static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes a folder and everything in it; fine when absent.
  public static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException broken)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Deletes the folders between a deleted file and `root` that became empty.
  ///
  /// @param path of the file, relative to `root`
  static void prune(Path root, Path path) throws IOException {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      Path folder = root.resolve(above);
      if (Files.isDirectory(folder)) {
        try (var content = Files.newDirectoryStream(folder)) {
          if (content.iterator().hasNext()) {
            return;
          }
        }
        Files.delete(folder);
      }
    }
  }
}
