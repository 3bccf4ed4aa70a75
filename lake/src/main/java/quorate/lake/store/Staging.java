package quorate.lake.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A place beside the lake where the files of one commit are made, and from which they move in.
///
/// Below `.staging/<id>/files` they lie as they will in the lake. Before the first one moves, a
/// list of all is written, so whoever opens the lake after a death knows which files to take back.
public final class Staging implements AutoCloseable {
  private static final String FOLDER = ".staging";
  private static final String FILES = "files";
  private static final String MOVING = "moving";

  private final Path root;
  private final Path folder;
  private final Disk disk;
  private boolean committed;

  private Staging(Path root, Path folder, Disk disk) {
    this.root = root;
    this.folder = folder;
    this.disk = disk;
  }

  /// Begins an empty staging folder.
  ///
  /// @param id of the commit to be
  public static Staging begin(Path root, String id, Disk disk) throws IOException {
    Path folder = root.resolve(FOLDER).resolve(id);
    Durable.deleteAll(folder);
    Files.createDirectories(folder.resolve(FILES));
    return new Staging(root, folder, disk);
  }

  /// Where a file of the lake is made; its folders are there.
  ///
  /// @param path in the lake, relative, with `/`
  public Path file(String path) throws IOException {
    Path file = folder.resolve(FILES).resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  /// Begins a file of the lake.
  public OutputStream create(String path) throws IOException {
    return disk.create(file(path));
  }

  /// A folder for what is needed on the way; gone at the end.
  public Path scratch(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /// Moves the files in and commits them.
  ///
  /// @param fresh paths of the files that were made here
  public void commit(Commit commit, List<String> fresh) throws IOException {
    for (String path : fresh) {
      Durable.force(file(path));
    }
    Path list = folder.resolve("list");
    Files.write(list, fresh);
    Durable.force(list);
    Durable.move(list, folder.resolve(MOVING));
    Set<Path> touched = new HashSet<>();
    for (String path : fresh) {
      Path target = root.resolve(path);
      Durable.move(file(path), target);
      touched.add(target.getParent());
    }
    touched.forEach(Durable::forceFolder);
    CommitLog.write(root, commit, folder);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (committed) {
      Durable.deleteAll(folder);
    } else {
      takeBack(root, folder);
    }
  }

  /// Removes what earlier writers left unfinished; only for who holds the writer's lock.
  public static void sweep(Path root) throws IOException {
    Path all = root.resolve(FOLDER);
    if (!Files.isDirectory(all)) {
      return;
    }
    try (var leftovers = Files.newDirectoryStream(all)) {
      for (Path leftover : leftovers) {
        takeBack(root, leftover);
      }
    }
  }

  /// Deletes a staging folder and the files that had moved out of it without being committed.
  private static void takeBack(Path root, Path folder) throws IOException {
    Path moving = folder.resolve(MOVING);
    if (Files.exists(moving)) {
      Set<String> committed = CommitLog.read(root).paths();
      for (String path : Files.readAllLines(moving)) {
        Path file = root.resolve(path);
        if (!committed.contains(path) && Files.isRegularFile(file)) {
          Files.delete(file);
          Durable.prune(root, Path.of(path));
        }
      }
    }
    Durable.deleteAll(folder);
  }
}
