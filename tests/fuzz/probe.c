/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a compiler has libFuzzer: this can be linked with it. */
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  return length > 0 && data == NULL;
}
