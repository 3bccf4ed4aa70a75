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

/// Where the blocks of a growing segment come to be: room for one after the other, each all zeros
/// when it is finished. Who survives what is the difference between the two kinds.
sealed interface BlockStore extends AutoCloseable {
  /// Holds the present block; little-endian.
  ByteBuffer buffer();

  /// Finishes the present block and gives room for the next.
  ///
  /// @param used where in [#buffer] the present block's entries end
  /// @return where in [#buffer] the next block begins
  /// @throws IOException when the file cannot grow
  int next(int used) throws IOException;

  /// Hands the present block to the operating system, from where others can read it.
  ///
  /// @param used where in [#buffer] the present block's entries end
  void write(int used) throws IOException;

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
  final class Mapped implements BlockStore {
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
    public void write(int used) {
      // The window is the file.
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

  /// One block in memory, written whole when it is full, forced or finished: fast, and what the
  /// process has not written dies with it.
  final class Written implements BlockStore {
    private final FileChannel channel;
    private final ByteBuffer block =
        ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long blockAt;

    /// @param at offset of the first block in the file
    Written(FileChannel channel, long at) {
      this.channel = channel;
      this.blockAt = at;
    }

    @Override
    public ByteBuffer buffer() {
      return block;
    }

    @Override
    public int next(int used) throws IOException {
      write(used);
      blockAt += BLOCK_BYTES;
      return 0;
    }

    /// Writes the block, with zeros for what an earlier one has left behind the last entry.
    @Override
    public void write(int used) throws IOException {
      MemorySegment.ofBuffer(block.clear()).asSlice(used).fill((byte) 0);
      while (block.hasRemaining()) {
        channel.write(block, blockAt + block.position());
      }
      block.clear();
    }

    @Override
    public void force(int used) throws IOException {
      write(used);
      channel.force(false);
    }

    @Override
    public void finish(boolean empty, int used, ByteBuffer seal) throws IOException {
      if (empty) {
        channel.truncate(blockAt);
      } else {
        write(used);
      }
      channel.write(seal, ENTRIES_AT);
      close();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
