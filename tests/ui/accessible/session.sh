#!/bin/sh
# On a desktop of its own: a bus for assistive technology, a window manager, Mapper with a map, and who listens to it.
#   session.sh PYTHON MAP LISTENER
# Prints what the listener prints, then Mapper's exit status.
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    if [ -x "$launcher" ]; then "$launcher" --launch-immediately & bus=$!; fi
done
openbox & manager=$!
sleep 1
"$1" -m mapper "$2" & mapper=$!
/usr/bin/python3 "$3"
kill -TERM $mapper
wait $mapper
echo "mapper ended with $?"
kill $manager $bus
