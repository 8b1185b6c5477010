"""Runs a command in a terminal of its own and presses Ctrl-C: `terminal.py WHEN PAUSE COMMAND…`.

Ctrl-C is pressed when the text WHEN has been seen, and again PAUSE seconds later unless PAUSE is 0. Prints what the terminal
showed from then on, and in a last line the exit code as a shell shows it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

when, pause, *command = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    os.execvp(command[0], command)

shown = b""
pressed = None
ended = 0
deadline = time.monotonic() + 60
while True:
    piece = b""
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so while nobody has the terminal open
            time.sleep(0.01)
    shown += piece
    if ended and not piece:
        break
    if ended:
        continue
    if pressed is None and when.encode() in shown:
        pressed = len(shown)
        os.write(terminal, b"\x03")
        if float(pause) > 0:
            time.sleep(float(pause))
            os.write(terminal, b"\x03")
    if time.monotonic() > deadline:
        os.kill(pid, signal.SIGKILL)
        deadline += 60
    ended, status = os.waitpid(pid, os.WNOHANG)
sys.stdout.buffer.write(shown[pressed or 0 :])
sys.stdout.buffer.flush()
code = os.waitstatus_to_exitcode(status)
print(f"\ncode={128 - code if code < 0 else code}")
