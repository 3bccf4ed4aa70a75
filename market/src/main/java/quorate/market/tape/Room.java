package quorate.market.tape;

import static quorate.market.tape.TapeFormat.BLOCK_BYTES;
import static quorate.market.tape.TapeFormat.ENTRIES_AT;
import static quorate.market.tape.TapeFormat.WRITE_WINDOW_BYTES;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Where the blocks of a growing segment come to be: room for one after the other, each all zeros
/// when it is finished. Who survives what is the difference between the two kinds.
sealed interface Room extends AutoCloseable {
  /// Blocks that a record hands over at once: 1 MiB, some thousands of bars.
  int CHUNK_BYTES = 16 * BLOCK_BYTES;

  /// Holds the present block; little-endian.
  ByteBuffer buffer();

  /// Finishes the present block and gives room for the next.
  ///
  /// @param used where in [#buffer] the present block's entries end
  /// @return where in [#buffer] the next block begins
  /// @throws IOException when the file cannot grow
  int next(int used) throws IOException;

  /// Makes all blocks so far, the present one included, survive a loss of power.
  ///
  /// @param used where in [#buffer] the present block's entries end
  void force(int used) throws IOException;

  /// Finishes the present block: the file ends behind it, or before it where it is empty. Then
  /// writes the seal into the segment's header, last of all, and closes the file.
  ///
  /// @param used where in [#buffer] the present block's entries end
  /// @param seal what stands at [TapeFormat#ENTRIES_AT]
  void finish(boolean empty, int used, ByteBuffer seal) throws IOException;

  /// Gives the file up as it is.
  @Override
  void close() throws IOException;

  /// Windows of the file itself, mapped one after the other: what was written survives the death of
  /// the process at once, for the price of a page fault every 4 KiB.
  final class Mapped implements Room {
    private final FileChannel channel;
    private Arena arena = Arena.ofConfined();
    private MemorySegment window = MemorySegment.NULL;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long windowAt;
    private int blockAt;

    /// @param at offset of the first block in the file
    Mapped(FileChannel channel, long at) throws IOException {
      this.channel = channel;
      map(at);
    }

    private void map(long at) throws IOException {
      arena.close();
      arena = Arena.ofConfined();
      window = channel.map(FileChannel.MapMode.READ_WRITE, at, WRITE_WINDOW_BYTES, arena);
      buffer = window.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      windowAt = at;
      blockAt = 0;
    }

    @Override
    public ByteBuffer buffer() {
      return buffer;
    }

    @Override
    public int next(int used) throws IOException {
      blockAt += BLOCK_BYTES;
      if (blockAt == WRITE_WINDOW_BYTES) {
        map(windowAt + WRITE_WINDOW_BYTES);
      }
      return blockAt;
    }

    @Override
    public void force(int used) {
      window.force();
    }

    @Override
    public void finish(boolean empty, int used, ByteBuffer seal) throws IOException {
      window.force();
      arena.close();
      arena = Arena.ofConfined();
      channel.truncate(windowAt + blockAt + (empty ? 0 : BLOCK_BYTES));
      channel.write(seal, ENTRIES_AT);
      channel.force(true);
      close();
    }

    @Override
    public void close() throws IOException {
      if (channel.isOpen()) {
        channel.close();
        arena.close();
      }
    }
  }

  /// Two chunks of blocks in memory by turns: while one fills, a thread of its own writes the
  /// other. Fast, because the loop waits for the disk only when it is a whole chunk ahead; what is
  /// not written dies with the process.
  final class Written implements Room {
    private final FileChannel channel;
    private final ExecutorService writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("quorate-tape").factory());
    private final Arena arena = Arena.ofShared();
    private ByteBuffer filling = chunk(arena);
    private ByteBuffer spare = chunk(arena);
    private Future<?> writing = CompletableFuture.completedFuture(null);
    private long chunkAt;
    private int blockAt;

    /// @param at offset of the first block in the file
    Written(FileChannel channel, long at) {
      this.channel = channel;
      this.chunkAt = at;
    }

    private static ByteBuffer chunk(Arena arena) {
      return arena.allocate(CHUNK_BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public ByteBuffer buffer() {
      return filling;
    }

    @Override
    public int next(int used) throws IOException {
      zeroBehind(used);
      blockAt += BLOCK_BYTES;
      if (blockAt == CHUNK_BYTES) {
        write(CHUNK_BYTES);
        ByteBuffer full = filling;
        filling = spare;
        spare = full;
        chunkAt += CHUNK_BYTES;
        blockAt = 0;
      }
      return blockAt;
    }

    /// What an earlier chunk left behind the block's last entry.
    private void zeroBehind(int used) {
      MemorySegment.ofBuffer(filling).asSlice(used, blockAt + BLOCK_BYTES - used).fill((byte) 0);
    }

    /// Hands the beginning of the chunk over once the one before is written.
    private void write(int length) throws IOException {
      await();
      ByteBuffer bytes = filling.duplicate().position(0).limit(length);
      long at = chunkAt;
      writing =
          writer.submit(() -> {
            while (bytes.hasRemaining()) {
              channel.write(bytes, at + bytes.position());
            }
            return null;
          });
    }

    /// Waits for the writing thread, whatever interrupts the caller: a chunk is written or has
    /// failed, never left in between.
    private void await() throws IOException {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            writing.get();
            return;
          } catch (InterruptedException e) {
            interrupted = true;
          } catch (ExecutionException e) {
            throw new IOException("its blocks cannot be written: " + e.getCause(), e);
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void force(int used) throws IOException {
      zeroBehind(used);
      write(blockAt + BLOCK_BYTES);
      await();
      channel.force(false);
    }

    @Override
    public void finish(boolean empty, int used, ByteBuffer seal) throws IOException {
      zeroBehind(used);
      write(blockAt + (empty ? 0 : BLOCK_BYTES));
      await();
      channel.write(seal, ENTRIES_AT);
      close();
    }

    @Override
    public void close() throws IOException {
      writer.close();
      channel.close();
      if (arena.scope().isAlive()) {
        arena.close();
      }
    }
  }
}
