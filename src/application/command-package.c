/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-package.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "confined/descriptor.h"
#include "confined/whole.h"
#include "domain/secret.h"
#include "exchange/export-result.h"
#include "exchange/package-write.h"
#include "exchange/trusted-keys.h"

/* Bytes of a passphrase. */
#define MOST_PASSPHRASE 1024

/* Says what went wrong, with the status that follows from who has to put it right. */
static void
fail (SelAnswer *answer, const GError *error)
{
  const gboolean is_refusal =
    sel_import_is_refusal (error) ||
    g_error_matches (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);

  sel_answer_fail (answer, is_refusal ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED, error->message);
}

static void
set_passphrase_error (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED,
               /* Translators: a file's name, and a reason, which is a whole sentence. */
               _ ("The passphrase cannot be taken from “%s”: %s"), name, reason);
}

/* The first line of the file at @path. */
static char *
read_passphrase (const char *path, GError **error)
{
  g_auto (SelDescriptor) file = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (SelSecret) line = g_malloc0 (MOST_PASSPHRASE + 2);
  const gssize n = file >= 0 ? sel_read_whole (file, line, MOST_PASSPHRASE + 1) : -1;
  gsize end;

  if (n < 0)
    {
      g_autofree char *reason =
        /* Translators: %s is the system's reason. */
        g_strdup_printf (_ ("%s. Check its name, and that you may read it."), g_strerror (errno));

      set_passphrase_error (path, reason, error);
      return NULL;
    }

  end = strcspn (line, "\r\n");
  explicit_bzero (line + end, MOST_PASSPHRASE + 2 - end);
  if (*line == '\0' || strlen (line) > MOST_PASSPHRASE)
    {
      set_passphrase_error (path,
                            _ ("Its first line has to be the passphrase, of at most 1,024 bytes."),
                            error);
      return NULL;
    }
  return g_steal_pointer (&line);
}

static gboolean
read_passphrase_of (const SelCommand *self, char **passphrase, GError **error)
{
  *passphrase = self->passphrase_file ? read_passphrase (self->passphrase_file, error) : NULL;

  return *passphrase || self->passphrase_file == NULL;
}

/**
 * sel_command_open_package:
 *
 * Opens a package with the passphrase that the line names, if it does. That one is needed is said
 * with how to name it.
 */
SelPackage *
sel_command_open_package (const SelCommand *self,
                          const char *file,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();
  g_autoptr (SelSecret) passphrase = NULL;
  SelPackage *package;

  if (!read_passphrase_of (self, &passphrase, error))
    return NULL;

  package = sel_package_open (file, passphrase, keys, NULL, NULL, cancellable, error);
  if (package == NULL && error &&
      g_error_matches (*error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE))
    {
      g_autofree char *name = g_filename_display_basename (file);

      g_clear_error (error);
      g_set_error (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE,
                   _ ("“%s” is encrypted. Write the passphrase that its sender told you into a "
                      "file, and name that with --passphrase-file."),
                   name);
    }
  return package;
}

void
sel_command_packing_clear (SelCommandPacking *self)
{
  g_clear_pointer (&self->key, sel_signing_key_free);
  sel_secret_free (self->passphrase);
}

/* How the line wants a package to be made. @packing holds nothing yet. */
gboolean
sel_command_read_packing (const SelCommand *self, SelCommandPacking *packing, GError **error)
{
  if (!read_passphrase_of (self, &packing->passphrase, error) ||
      (self->is_signed && !(packing->key = sel_signing_key_load (error))))
    return FALSE;

  packing->options = (SelPackageOptions){
    .key = packing->key,
    .passphrase = packing->passphrase,
    .cost = SEL_CIPHER_USUAL_COST,
  };
  return TRUE;
}

static void
say_packed (const char *path, guint n_documents, const SelSigningKey *key, SelAnswer *answer)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *line =
    g_strdup_printf (ngettext ("“%s” holds the exchange file and %u PDF.",
                               "“%s” holds the exchange file and %u PDFs.", n_documents),
                     name, n_documents);
  g_autofree char *fingerprint = key ? sel_public_key_dup_fingerprint (key->public_key) : NULL;

  sel_answer_say_line (answer, line);
  if (fingerprint)
    {
      g_autofree char *signature =
        /* Translators: %s is thirty digits. */
        g_strdup_printf (_ ("It is signed with this office’s key: %s."), fingerprint);

      sel_answer_say_line (answer, signature);
    }
}

/**
 * sel_command_make_package:
 * @self: with the exchange file and the package to be
 *
 * Packs an exchange file with the PDFs that it names.
 */
void
sel_command_make_package (const SelCommand *self, GCancellable *cancellable, SelAnswer *answer)
{
  const char *output = self->files[1];
  g_autofree char *folder = g_path_get_dirname (self->files[0]);
  g_autofree char *exchange = g_path_get_basename (self->files[0]);
  g_auto (SelCommandPacking) packing = { 0 };
  g_auto (GStrv) documents = NULL;
  g_autoptr (GError) error = NULL;

  if (sel_command_read_packing (self, &packing, &error))
    documents = sel_package_list_documents (self->files[0], cancellable, &error);

  if (documents && sel_package_write (folder, exchange, (const char *const *) documents,
                                      &packing.options, output, self->replaces, NULL, NULL,
                                      cancellable, &error))
    say_packed (output, g_strv_length (documents), packing.key, answer);
  else
    fail (answer, error);
}

/* Says what another office needs to know this one's packages. */
void
sel_command_show_key (SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSigningKey) key = sel_signing_key_load (&error);
  g_autofree char *text = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *page = NULL;

  if (key == NULL)
    {
      fail (answer, error);
      return;
    }

  text = sel_public_key_dup_text (key->public_key);
  fingerprint = sel_public_key_dup_fingerprint (key->public_key);
  page = g_strdup_printf (
    /* Translators: the first %s is the key, the second thirty digits. */
    _ ("Public key: %s\nFingerprint: %s\nGive both to the offices that are to know your packages; "
       "have them compare the fingerprint on the telephone."),
    text, fingerprint);
  sel_answer_say_line (answer, page);
}

static void
list_trusted (GVariant *keys, SelAnswer *answer)
{
  GVariantIter iter;
  const char *sender, *text;

  g_variant_iter_init (&iter, keys);
  while (g_variant_iter_next (&iter, "(&s&s)", &sender, &text))
    {
      g_autofree char *fingerprint = sel_public_key_text_dup_fingerprint (text);
      g_autofree char *line =
        g_strdup_printf ("%s  %s  %s", sender, text, fingerprint ? fingerprint : "");

      sel_answer_say_line (answer, line);
    }
}

static gboolean
keep (GVariant *keys, SelAnswer *answer)
{
  if (sel_trusted_keys_write (keys))
    return TRUE;

  sel_answer_fail (answer, SEL_STATUS_FAILED,
                   _ ("The trusted keys cannot be kept: the preferences of Selaras are not known to "
                      "this computer, may not be changed, or are out of reach without a desktop "
                      "session. Try it in the preferences of the window, or install Selaras anew."));
  return FALSE;
}

static void
remove_trusted (GVariant *keys, const char *sender, SelAnswer *answer)
{
  g_autoptr (GVariant) fewer = sel_trusted_keys_remove (keys, sender, NULL);
  g_autofree char *line = NULL;

  if (g_variant_n_children (fewer) == g_variant_n_children (keys))
    {
      line = g_strdup_printf (_ ("No key of “%s” was trusted."), sender);
      sel_answer_fail (answer, SEL_STATUS_REFUSED, line);
      return;
    }
  if (!keep (fewer, answer))
    return;

  line = g_strdup_printf (_ ("The keys of “%s” are trusted no more."), sender);
  sel_answer_say_line (answer, line);
}

static void
add_trusted (GVariant *keys, const char *sender, const char *text, SelAnswer *answer)
{
  g_autoptr (GVariant) more = NULL;
  g_autofree char *fingerprint = sel_public_key_text_dup_fingerprint (text);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  if (!sel_trusted_key_check (sender, text, &error))
    {
      sel_answer_fail (answer, SEL_STATUS_USAGE, error->message);
      return;
    }

  more = sel_trusted_keys_add (keys, sender, text);
  if (!keep (more, answer))
    return;

  line = g_strdup_printf (
    /* Translators: the first %s is the code of an office, the second thirty digits. */
    _ ("The key of “%s” is trusted. Compare its fingerprint with that office on the telephone, and "
       "remove the key if it is another: %s"),
    sender, fingerprint);
  sel_answer_say_line (answer, line);
}

/* Lists, adds or removes the offices whose signatures are known. */
void
sel_command_trust (const SelCommand *self, SelAnswer *answer)
{
  g_autoptr (GVariant) keys = sel_trusted_keys_read ();

  if (self->words == NULL)
    list_trusted (keys, answer);
  else if (self->is_removal)
    remove_trusted (keys, self->words[0], answer);
  else
    add_trusted (keys, self->words[0], self->words[1], answer);
}
