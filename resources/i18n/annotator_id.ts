<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>ActWords</name>
    <message>
        <source>imported: %1</source>
        <translation>diimpor: %1</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>diurungkan: %1</translation>
    </message>
    <message>
        <source>redone: %1</source>
        <translation>diulangi: %1</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>ditarik kembali: %1</translation>
    </message>
    <message>
        <source>nothing in the end</source>
        <translation>akhirnya tidak ada yang berubah</translation>
    </message>
    <message>
        <source>change of the scheme: %1</source>
        <translation>perubahan skema: %1</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sunting</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ban&amp;tuan</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyek baru…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Buka proyek…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Buka proyek contoh</translation>
    </message>
    <message>
        <source>Add an article from the clipboard</source>
        <translation>Tambah artikel dari papan klip</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Load another label scheme…</source>
        <translation>Muat skema label lain…</translation>
    </message>
    <message>
        <source>Who annotates…</source>
        <translation>Siapa anotator…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Pilih semua</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Hapus label</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Span berikutnya</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Span sebelumnya</translation>
    </message>
    <message>
        <source>Move the end one word right</source>
        <translation>Geser akhir satu kata ke kanan</translation>
    </message>
    <message>
        <source>Move the end one word left</source>
        <translation>Geser akhir satu kata ke kiri</translation>
    </message>
    <message>
        <source>Move the start one word left</source>
        <translation>Geser awal satu kata ke kiri</translation>
    </message>
    <message>
        <source>Move the start one word right</source>
        <translation>Geser awal satu kata ke kanan</translation>
    </message>
    <message>
        <source>Move the end one character right</source>
        <translation>Geser akhir satu huruf ke kanan</translation>
    </message>
    <message>
        <source>Move the end one character left</source>
        <translation>Geser akhir satu huruf ke kiri</translation>
    </message>
    <message>
        <source>Move the start one character left</source>
        <translation>Geser awal satu huruf ke kiri</translation>
    </message>
    <message>
        <source>Move the start one character right</source>
        <translation>Geser awal satu huruf ke kanan</translation>
    </message>
    <message>
        <source>Link with another span</source>
        <translation>Hubungkan dengan span lain</translation>
    </message>
    <message>
        <source>Done, and next article</source>
        <translation>Selesai, lanjut ke artikel berikut</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Artikel berikutnya</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Artikel sebelumnya</translation>
    </message>
    <message>
        <source>Flag the article</source>
        <translation>Tandai artikel</translation>
    </message>
    <message>
        <source>Skip the article</source>
        <translation>Lewati artikel</translation>
    </message>
    <message>
        <source>Set back to in progress</source>
        <translation>Kembalikan ke sedang dikerjakan</translation>
    </message>
    <message>
        <source>Reprints of the article…</source>
        <translation>Artikel kembar…</translation>
    </message>
    <message>
        <source>Language of the article…</source>
        <translation>Bahasa artikel…</translation>
    </message>
    <message>
        <source>Save the original page…</source>
        <translation>Simpan halaman asli…</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Saring artikel</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>Ke teks</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Perbesar teks</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Perkecil teks</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Ukuran teks biasa</translation>
    </message>
    <message>
        <source>Show all relations in the text</source>
        <translation>Tampilkan semua hubungan dalam teks</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Warna terang</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Warna gelap</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Warna mengikuti sistem</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Semua tombol</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Langkah pertama</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Panduan pengguna</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Tentang Annotator</translation>
    </message>
    <message>
        <source>Select by letters over the words</source>
        <translation>Pilih dengan huruf di atas kata</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Cari di artikel…</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Tempat berikutnya</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Tempat sebelumnya</translation>
    </message>
    <message>
        <source>Pick a label…</source>
        <translation>Pilih label…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Cari perintah</translation>
    </message>
    <message>
        <source>Confirm what is proposed</source>
        <translation>Terima usulan</translation>
    </message>
    <message>
        <source>Let the label stay</source>
        <translation>Tetapkan label</translation>
    </message>
    <message>
        <source>Take back the last labelling of several articles…</source>
        <translation>Batalkan pelabelan terakhir pada beberapa artikel…</translation>
    </message>
    <message>
        <source>Next place with the same text</source>
        <translation>Tempat berikutnya dengan teks yang sama</translation>
    </message>
    <message>
        <source>Same label here</source>
        <translation>Label yang sama di sini</translation>
    </message>
    <message>
        <source>All places with the same text…</source>
        <translation>Semua tempat dengan teks yang sama…</translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation>Atribut span</translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation>Label artikel</translation>
    </message>
    <message>
        <source>History of the article</source>
        <translation>Riwayat artikel</translation>
    </message>
    <message>
        <source>Edit the label scheme…</source>
        <translation>Ubah skema label…</translation>
    </message>
    <message>
        <source>Next remark of the checks</source>
        <translation>Catatan pemeriksaan berikutnya</translation>
    </message>
    <message>
        <source>Previous remark of the checks</source>
        <translation>Catatan pemeriksaan sebelumnya</translation>
    </message>
    <message>
        <source>Still right under the new guideline</source>
        <translation>Masih tepat menurut pedoman baru</translation>
    </message>
    <message>
        <source>List of the checks</source>
        <translation>Daftar pemeriksaan</translation>
    </message>
    <message>
        <source>Keep as an example of the label…</source>
        <translation>Simpan sebagai contoh label…</translation>
    </message>
    <message>
        <source>Guideline of the label</source>
        <translation>Pedoman label</translation>
    </message>
    <message>
        <source>Filter and order…</source>
        <translation>Saring dan urutkan…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>Notes of the article</source>
        <translation>Catatan artikel</translation>
    </message>
    <message>
        <source>My progress…</source>
        <translation>Kemajuan saya…</translation>
    </message>
    <message>
        <source>Measure active time, or do not</source>
        <translation>Ukur waktu aktif, atau jangan</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Jarak baris</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>Lebar teks</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Huruf teks</translation>
    </message>
    <message>
        <source>Tight line spacing</source>
        <translation>Jarak baris rapat</translation>
    </message>
    <message>
        <source>Normal line spacing</source>
        <translation>Jarak baris biasa</translation>
    </message>
    <message>
        <source>Wide line spacing</source>
        <translation>Jarak baris renggang</translation>
    </message>
    <message>
        <source>Narrow text</source>
        <translation>Teks sempit</translation>
    </message>
    <message>
        <source>Text of normal width</source>
        <translation>Teks selebar biasa</translation>
    </message>
    <message>
        <source>Wide text</source>
        <translation>Teks lebar</translation>
    </message>
    <message>
        <source>Text as wide as the window</source>
        <translation>Teks selebar jendela</translation>
    </message>
    <message>
        <source>Text in Inter</source>
        <translation>Teks dengan Inter</translation>
    </message>
    <message>
        <source>Text in Source Serif</source>
        <translation>Teks dengan Source Serif</translation>
    </message>
    <message>
        <source>Text in the system&apos;s font</source>
        <translation>Teks dengan huruf sistem</translation>
    </message>
    <message>
        <source>Text in another font…</source>
        <translation>Teks dengan huruf lain…</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>Cari di semua artikel…</translation>
    </message>
    <message>
        <source>Grey the page furniture of this article</source>
        <translation>Redupkan unsur halaman di artikel ini</translation>
    </message>
    <message>
        <source>Add words to the span</source>
        <translation>Tambahkan kata ke span</translation>
    </message>
    <message>
        <source>Take words off the span</source>
        <translation>Lepaskan kata dari span</translation>
    </message>
    <message>
        <source>Add articles or annotations…</source>
        <translation>Tambah artikel atau anotasi…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Tambah folder…</translation>
    </message>
</context>
<context>
    <name>AnnotatePresenter</name>
    <message>
        <source>No label of %1 has the key %2.</source>
        <translation>Tidak ada label %1 dengan tombol %2.</translation>
    </message>
    <message>
        <source>Put the caret on a word or select some.</source>
        <translation>Letakkan kursor pada sebuah kata atau pilih beberapa kata.</translation>
    </message>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik dulu sebuah span, atau pindah ke span dengan ].</translation>
    </message>
    <message>
        <source>This label does not take that attribute.</source>
        <translation>Label ini tidak memakai atribut itu.</translation>
    </message>
    <message>
        <source>This article has no spans yet.</source>
        <translation>Artikel ini belum memiliki span.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Diurungkan: %1</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Tidak ada yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Diulangi: %1</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Tidak ada yang dapat diulangi.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Proyek hanya dibuka untuk dibaca.</translation>
    </message>
    <message>
        <source>Say first who annotates.</source>
        <translation>Sebutkan dulu siapa anotatornya.</translation>
    </message>
</context>
<context>
    <name>AnnotateScreen</name>
    <message>
        <source>Text of the article</source>
        <translation>Teks artikel</translation>
    </message>
    <message>
        <source>Every article in the list is done.</source>
        <translation>Semua artikel dalam daftar sudah selesai.</translation>
    </message>
    <message>
        <source>There is no further article in the list.</source>
        <translation>Tidak ada artikel lagi dalam daftar.</translation>
    </message>
</context>
<context>
    <name>ArticleLabels</name>
    <message>
        <source>Labels of the article</source>
        <translation>Label artikel</translation>
    </message>
    <message>
        <source>Remove this label of the article</source>
        <translation>Hapus label artikel ini</translation>
    </message>
</context>
<context>
    <name>ArticleLanguage</name>
    <message>
        <source>There is no article open.</source>
        <translation>Tidak ada artikel yang terbuka.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Proyek ini dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>Language of the article</source>
        <translation>Bahasa artikel</translation>
    </message>
    <message>
        <source>Name of a language</source>
        <translation>Nama bahasa</translation>
    </message>
    <message>
        <source>Language of the article: %1</source>
        <translation>Bahasa artikel: %1</translation>
    </message>
</context>
<context>
    <name>AttributesFeature</name>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik dulu sebuah span, atau pindah ke span dengan ].</translation>
    </message>
    <message>
        <source>Nothing is proposed for this span.</source>
        <translation>Tidak ada usulan untuk span ini.</translation>
    </message>
    <message>
        <source>Proposed: %1, because of “%2”. ⇧Y takes it.</source>
        <translation>Usulan: %1, karena “%2”. ⇧Y menerimanya.</translation>
    </message>
    <message>
        <source>The scheme has no attributes for this label.</source>
        <translation>Skema tidak memiliki atribut untuk label ini.</translation>
    </message>
    <message>
        <source>The scheme has no labels for whole articles.</source>
        <translation>Skema tidak memiliki label untuk seluruh artikel.</translation>
    </message>
</context>
<context>
    <name>CardFeature</name>
    <message>
        <source>Focus a span, or choose a label first.</source>
        <translation>Pilih dulu sebuah span atau label.</translation>
    </message>
    <message>
        <source>This span: guideline unknown</source>
        <translation>Span ini: pedoman tidak diketahui</translation>
    </message>
    <message>
        <source>This span: guideline %1</source>
        <translation>Span ini: pedoman %1</translation>
    </message>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik dulu sebuah span, atau pindah ke span dengan ].</translation>
    </message>
    <message>
        <source>These words are an example of this label already.</source>
        <translation>Kata-kata ini sudah menjadi contoh label ini.</translation>
    </message>
    <message>
        <source>Kept as an example; F1 shows the card.</source>
        <translation>Disimpan sebagai contoh; F1 menampilkan kartunya.</translation>
    </message>
    <message>
        <source>This span: guideline %1 (not of this project)</source>
        <translation>Span ini: pedoman %1 (bukan dari proyek ini)</translation>
    </message>
</context>
<context>
    <name>ChecksFeature</name>
    <message>
        <source>Checks</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>The checks find nothing in this article.</source>
        <translation>Pemeriksaan tidak menemukan apa pun di artikel ini.</translation>
    </message>
    <message>
        <source>This cannot be waived: mend it, or confirm it.</source>
        <translation>Ini tidak dapat dikesampingkan: perbaiki atau tegaskan.</translation>
    </message>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik sebuah span dahulu, atau melangkah ke sana dengan ].</translation>
    </message>
    <message>
        <source>This span needs no second look.</source>
        <translation>Span ini tidak perlu diperiksa lagi.</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Remarks of the checks</source>
        <translation>Catatan pemeriksaan</translation>
    </message>
    <message>
        <source>F8 goes to the next remark, Shift+F8 to the one before.</source>
        <translation>F8 menuju catatan berikutnya, Shift+F8 menuju catatan sebelumnya.</translation>
    </message>
    <message>
        <source>Not a problem (Del)</source>
        <translation>Bukan masalah (Del)</translation>
    </message>
    <message>
        <source>Shift+V on a span says that it is still right; any change of it does too.</source>
        <translation>Shift+V pada span menyatakan masih tepat; setiap perubahan span juga begitu.</translation>
    </message>
    <message>
        <source>Articles to re-check</source>
        <translation>Artikel yang perlu diperiksa lagi</translation>
    </message>
    <message>
        <source>Re-check after a change of guideline: %1 spans</source>
        <translation>Periksa lagi setelah pedoman berubah: %1 span</translation>
    </message>
    <message>
        <source>Re-check after a change of guideline: 1 span</source>
        <translation>Periksa lagi setelah pedoman berubah: 1 span</translation>
    </message>
    <message>
        <source>The checks find nothing in this article.</source>
        <translation>Pemeriksaan tidak menemukan apa pun di artikel ini.</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Petakan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ClosedEditor</name>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (bawaan)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Pilih: %1</translation>
    </message>
</context>
<context>
    <name>ColumnsPart</name>
    <message>
        <source>Columns of the table</source>
        <translation>Kolom tabel</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>%1 (files like this: %2)</source>
        <translation>%1 (berkas seperti ini: %2)</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Baris pertama tabel</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Teks artikel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>Alamat (URL)</translation>
    </message>
    <message>
        <source>Number of the article</source>
        <translation>Nomor artikel</translation>
    </message>
    <message>
        <source>Choose the column that holds the text of the articles.</source>
        <translation>Pilih kolom yang berisi teks artikel.</translation>
    </message>
    <message>
        <source>Please check the columns: they were guessed and it is not sure.</source>
        <translation>Mohon periksa kolomnya: hasil dugaan dan belum pasti.</translation>
    </message>
</context>
<context>
    <name>DocumentDelegate</name>
    <message>
        <source>1 label</source>
        <translation>1 label</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 label</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 catatan</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 catatan</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Find articles… status:new</source>
        <translation>Cari artikel… status:baru</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>Tidak ada artikel yang cocok.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>1 of 1 article</source>
        <translation>1 dari 1 artikel</translation>
    </message>
    <message>
        <source>%1 of %2 articles</source>
        <translation>%1 dari %2 artikel</translation>
    </message>
    <message>
        <source>Filter and order…</source>
        <translation>Saring dan urutkan…</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 dari %2 ditampilkan</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Take this change back</source>
        <translation>Batalkan perubahan ini</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <translation>%1 dtk</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 mnt %2 dtk</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 mnt</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 j %2 m</translation>
    </message>
</context>
<context>
    <name>EditPage</name>
    <message>
        <source>First mend what is marked in the form.</source>
        <translation>Perbaiki dahulu yang ditandai pada isian.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Tambah…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Pindah ke atas</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Pindah ke bawah</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Undo the last one</source>
        <translation>Urungkan yang terakhir</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Terapkan…</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Label…</translation>
    </message>
    <message>
        <source>Group…</source>
        <translation>Kelompok…</translation>
    </message>
    <message>
        <source>Attribute…</source>
        <translation>Atribut…</translation>
    </message>
    <message>
        <source>Value of the attribute…</source>
        <translation>Nilai atribut…</translation>
    </message>
    <message>
        <source>Relation…</source>
        <translation>Hubungan…</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 perubahan</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 perubahan</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Belum ada perubahan</translation>
    </message>
    <message>
        <source>nothing: take the value away</source>
        <translation>tidak ada: hapus nilainya</translation>
    </message>
    <message>
        <source>Map “%1” to</source>
        <translation>Petakan “%1” ke</translation>
    </message>
    <message>
        <source>Whatever says it says the other one from then on, and it is no longer offered. Nothing is stored before you apply the changes.</source>
        <translation>Semua yang memakainya akan memakai yang lain itu, dan yang ini tidak ditawarkan lagi. Tidak ada yang disimpan sebelum perubahan diterapkan.</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>Tidak diambil: %1</translation>
    </message>
</context>
<context>
    <name>EditTitles</name>
    <message>
        <source>%1 spans changed</source>
        <translation>%1 span diubah</translation>
    </message>
    <message>
        <source>article: %1</source>
        <translation>artikel: %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>sedang dikerjakan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>ditandai</translation>
    </message>
    <message>
        <source>%1: label removed</source>
        <translation>%1: label dihapus</translation>
    </message>
    <message>
        <source>edge moved: %1</source>
        <translation>batas digeser: %1</translation>
    </message>
    <message>
        <source>%1 spans labelled</source>
        <translation>%1 span diberi label</translation>
    </message>
    <message>
        <source>%1 spans removed</source>
        <translation>%1 span dihapus</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>1 relation removed with it</source>
        <translation>1 hubungan ikut dihapus</translation>
    </message>
    <message>
        <source>%1 relations removed with it</source>
        <translation>%1 hubungan ikut dihapus</translation>
    </message>
    <message>
        <source>%1 relations</source>
        <translation>%1 hubungan</translation>
    </message>
    <message>
        <source>relation removed: %1</source>
        <translation>hubungan dihapus: %1</translation>
    </message>
    <message>
        <source>%1 labels of the article changed</source>
        <translation>%1 label artikel diubah</translation>
    </message>
    <message>
        <source>label of the article removed: %1</source>
        <translation>label artikel dihapus: %1</translation>
    </message>
    <message>
        <source>label of the article: %1</source>
        <translation>label artikel: %1</translation>
    </message>
    <message>
        <source>remark waived</source>
        <translation>catatan pemeriksaan dikesampingkan</translation>
    </message>
    <message>
        <source>remark no longer waived</source>
        <translation>catatan pemeriksaan berlaku lagi</translation>
    </message>
    <message>
        <source>to be checked again</source>
        <translation>perlu diperiksa lagi</translation>
    </message>
    <message>
        <source>still right</source>
        <translation>masih tepat</translation>
    </message>
    <message>
        <source>part added: %1</source>
        <translation>bagian ditambahkan: %1</translation>
    </message>
    <message>
        <source>part taken off, left is: %1</source>
        <translation>bagian dilepas, tersisa: %1</translation>
    </message>
    <message>
        <source>parts joined: %1</source>
        <translation>bagian disatukan: %1</translation>
    </message>
</context>
<context>
    <name>EmptyProject</name>
    <message>
        <source>No articles yet</source>
        <translation>Belum ada artikel</translation>
    </message>
    <message>
        <source>Drop text files or folders here, paste an article with Ctrl+Shift+V, or choose files.</source>
        <translation>Seret berkas teks atau folder ke sini, tempel artikel dengan Ctrl+Shift+V, atau pilih berkas.</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>Tambah artikel…</translation>
    </message>
</context>
<context>
    <name>ExampleDialog</name>
    <message>
        <source>Keep as an example</source>
        <translation>Simpan sebagai contoh</translation>
    </message>
    <message>
        <source>An example of “%1”</source>
        <translation>Contoh “%1”</translation>
    </message>
    <message>
        <source>&amp;Fits</source>
        <translation>&amp;Cocok</translation>
    </message>
    <message>
        <source>Does &amp;not fit</source>
        <translation>&amp;Tidak cocok</translation>
    </message>
    <message>
        <source>Why? A note for the others (may stay empty)</source>
        <translation>Mengapa? Catatan untuk yang lain (boleh kosong)</translation>
    </message>
    <message>
        <source>It is shown on the card of the label to everybody who works in this project.</source>
        <translation>Contoh ini tampil di kartu label bagi semua yang bekerja di proyek ini.</translation>
    </message>
    <message>
        <source>Change the example</source>
        <translation>Ubah contoh</translation>
    </message>
    <message>
        <source>New example</source>
        <translation>Contoh baru</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata-kata</translation>
    </message>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>Mengapa? (boleh kosong)</translation>
    </message>
    <message>
        <source>Words are needed.</source>
        <translation>Kata-kata perlu diisi.</translation>
    </message>
    <message>
        <source>These words are an example already.</source>
        <translation>Kata-kata ini sudah menjadi contoh.</translation>
    </message>
</context>
<context>
    <name>ExamplesField</name>
    <message>
        <source>Add an example…</source>
        <translation>Tambah contoh…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>language unknown</source>
        <translation>bahasa tidak dikenal</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>juga %1</translation>
    </message>
    <message>
        <source>whole paragraphs are in another language</source>
        <translation>ada paragraf utuh dalam bahasa lain</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 kata</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Melayu</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Jawa</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sunda</translation>
    </message>
    <message>
        <source>Acehnese</source>
        <translation>Aceh</translation>
    </message>
    <message>
        <source>Balinese</source>
        <translation>Bali</translation>
    </message>
    <message>
        <source>Banjarese</source>
        <translation>Banjar</translation>
    </message>
    <message>
        <source>Buginese</source>
        <translation>Bugis</translation>
    </message>
    <message>
        <source>Madurese</source>
        <translation>Madura</translation>
    </message>
    <message>
        <source>Minangkabau</source>
        <translation>Minangkabau</translation>
    </message>
    <message>
        <source>Ngaju</source>
        <translation>Ngaju</translation>
    </message>
    <message>
        <source>Toba Batak</source>
        <translation>Batak Toba</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arab</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Belanda</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Tionghoa</translation>
    </message>
    <message>
        <source>found in the text of the article</source>
        <translation>ditemukan di teks artikel</translation>
    </message>
    <message>
        <source>from the address of the page</source>
        <translation>dari alamat halaman</translation>
    </message>
    <message>
        <source>from the web page</source>
        <translation>dari halaman web</translation>
    </message>
    <message>
        <source>from a column of the table</source>
        <translation>dari kolom tabel</translation>
    </message>
    <message>
        <source>from the properties of the file</source>
        <translation>dari properti berkas</translation>
    </message>
    <message>
        <source>set by a person</source>
        <translation>ditetapkan oleh orang</translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>The pasted text was not added: %1.</source>
        <translation>Teks yang ditempel tidak ditambahkan: %1.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Ditambahkan: %1</translation>
    </message>
    <message>
        <source>Export the dataset</source>
        <translation>Ekspor himpunan data</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Mengekspor</translation>
    </message>
    <message>
        <source>Articles added: %1.</source>
        <translation>Artikel ditambahkan: %1.</translation>
    </message>
    <message>
        <source>Skipped: %1.</source>
        <translation>Dilewati: %1.</translation>
    </message>
    <message>
        <source>They belong to %1: click the name at the top right to see them.</source>
        <translation>Anotasi itu milik %1: klik nama di kanan atas untuk melihatnya.</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>Yang diimpor</translation>
    </message>
    <message>
        <source>Exported: %1 articles, %2 spans, %3 relations to %4.</source>
        <translation>Diekspor: %1 artikel, %2 span, %3 hubungan ke %4.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>The project is open for reading only. Nothing was added.</source>
        <translation>Proyek hanya dibuka untuk dibaca. Tidak ada yang ditambahkan.</translation>
    </message>
    <message>
        <source>Known already: %1.</source>
        <translation>Sudah ada: %1.</translation>
    </message>
    <message>
        <source>Imported: %1 spans, %2 relations.</source>
        <translation>Diimpor: %1 span, %2 hubungan.</translation>
    </message>
    <message>
        <source>Add articles or annotations</source>
        <translation>Tambah artikel atau anotasi</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Tambah folder</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>There is no article to look in.</source>
        <translation>Tidak ada artikel untuk dicari isinya.</translation>
    </message>
    <message>
        <source>“%1” is not in this article.</source>
        <translation>“%1” tidak ada di artikel ini.</translation>
    </message>
    <message>
        <source>On from the start of the article.</source>
        <translation>Lanjut dari awal artikel.</translation>
    </message>
    <message>
        <source>On from the end of the article.</source>
        <translation>Lanjut dari akhir artikel.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>Cari di artikel ini</translation>
    </message>
    <message>
        <source>Match capitals and accents</source>
        <translation>Bedakan huruf besar dan aksen</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Kata utuh saja</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Tempat sebelumnya (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Tempat berikutnya (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 tempat</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 tempat</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>The articles</source>
        <translation>Daftar artikel</translation>
    </message>
    <message>
        <source>Each article is a row; its sign tells how far you are. Open the next one with Ctrl+PgDn, or click one.</source>
        <translation>Setiap artikel satu baris; tandanya menunjukkan sejauh mana pekerjaan Anda. Buka artikel berikutnya dengan Ctrl+PgDn, atau klik salah satu.</translation>
    </message>
    <message>
        <source>Select words</source>
        <translation>Pilih kata</translation>
    </message>
    <message>
        <source>Click a word in the text, then hold Shift and Ctrl and press the right arrow. Double click and dragging do it too. What you select snaps to whole words.</source>
        <translation>Klik sebuah kata dalam teks, lalu tahan Shift dan Ctrl sambil menekan panah kanan. Klik dua kali dan menyeret juga bisa. Pilihan selalu pas pada kata utuh.</translation>
    </message>
    <message>
        <source>Ctrl+Enter marks the article done and opens the next one. Everything is saved at once; Ctrl+Z takes it back. Press ? in the text for all keys.</source>
        <translation>Ctrl+Enter menandai artikel selesai dan membuka yang berikutnya. Semua langsung tersimpan; Ctrl+Z mengurungkannya. Tekan ? dalam teks untuk melihat semua tombol.</translation>
    </message>
    <message>
        <source>%1 chooses the group %2, then %3 says %4. Each label has its letter here.</source>
        <translation>%1 memilih kelompok %2, lalu %3 berarti %4. Huruf setiap label tertera di sini.</translation>
    </message>
    <message>
        <source>Click one of the labels here.</source>
        <translation>Klik salah satu label di sini.</translation>
    </message>
    <message>
        <source>What else a label carries is asked here.</source>
        <translation>Keterangan lain pada label diisi di sini.</translation>
    </message>
    <message>
        <source>A violation in the news may have occurred, be alleged or only be warned against. With its label chosen, Shift+2 says: %1. Without this the article cannot be done.</source>
        <translation>Pelanggaran dalam berita bisa sudah terjadi, baru diduga, atau hanya diperingatkan. Setelah labelnya diberikan, Shift+2 berarti: %1. Tanpa ini artikel tidak dapat ditandai selesai.</translation>
    </message>
    <message>
        <source>Give them a label</source>
        <translation>Beri label</translation>
    </message>
    <message>
        <source>Say how sure the text is</source>
        <translation>Nyatakan kepastian teks</translation>
    </message>
    <message>
        <source>Done, and next</source>
        <translation>Selesai, lalu berikutnya</translation>
    </message>
</context>
<context>
    <name>FontDialog</name>
    <message>
        <source>Font of the text</source>
        <translation>Huruf teks</translation>
    </message>
    <message>
        <source>Fonts of this computer</source>
        <translation>Huruf di komputer ini</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Retire</source>
        <translation>Pensiunkan</translation>
    </message>
    <message>
        <source>Map to another…</source>
        <translation>Petakan ke yang lain…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Pakai lagi</translation>
    </message>
    <message>
        <source>retired: no longer offered</source>
        <translation>dipensiunkan: tidak ditawarkan lagi</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>What can be said about a span, a relation or an article.</source>
        <translation>Apa yang dapat dikatakan tentang span, hubungan, atau artikel.</translation>
    </message>
    <message>
        <source>How spans can be linked.</source>
        <translation>Bagaimana span dapat dihubungkan.</translation>
    </message>
    <message>
        <source>counting its uses…</source>
        <translation>menghitung pemakaiannya…</translation>
    </message>
</context>
<context>
    <name>FurnitureFeature</name>
    <message>
        <source>There is no article open.</source>
        <translation>Tidak ada artikel yang terbuka.</translation>
    </message>
    <message>
        <source>No page furniture was found in this article.</source>
        <translation>Tidak ada unsur halaman yang ditemukan di artikel ini.</translation>
    </message>
    <message>
        <source>All of this article counts as story.</source>
        <translation>Seluruh artikel ini dihitung sebagai isi berita.</translation>
    </message>
    <message>
        <source>The page furniture of this article is grey and not counted.</source>
        <translation>Unsur halaman di artikel ini diredupkan dan tidak dihitung.</translation>
    </message>
    <message>
        <source>the headline again</source>
        <translation>judul yang diulang</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>kata kunci</translation>
    </message>
    <message>
        <source>caption or credit of a picture</source>
        <translation>keterangan atau kredit foto</translation>
    </message>
    <message>
        <source>place and outlet</source>
        <translation>tempat dan media</translation>
    </message>
    <message>
        <source>link to another article</source>
        <translation>tautan ke artikel lain</translation>
    </message>
    <message>
        <source>author and time</source>
        <translation>penulis dan waktu</translation>
    </message>
    <message>
        <source>request to share or follow</source>
        <translation>ajakan berbagi atau mengikuti</translation>
    </message>
    <message>
        <source>copyright and origin</source>
        <translation>hak cipta dan asal</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>iklan</translation>
    </message>
    <message>
        <source>pages and menu</source>
        <translation>halaman dan menu</translation>
    </message>
    <message>
        <source>Page furniture: %1</source>
        <translation>Unsur halaman: %1</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>Not done yet</source>
        <translation>Belum selesai</translation>
    </message>
    <message>
        <source>%1 remarks hold this article back</source>
        <translation>%1 catatan pemeriksaan menahan artikel ini</translation>
    </message>
    <message>
        <source>1 remark holds this article back</source>
        <translation>1 catatan pemeriksaan menahan artikel ini</translation>
    </message>
    <message>
        <source>Why is it done all the same? A few words</source>
        <translation>Mengapa tetap selesai? Tulis beberapa kata</translation>
    </message>
    <message>
        <source>Return goes to the span. Or write down why the article is done all the same: the reason is kept with it and goes out with the data.</source>
        <translation>Enter membuka span-nya. Atau tulis mengapa artikel ini tetap dinyatakan selesai: alasannya disimpan bersama artikel dan ikut diekspor.</translation>
    </message>
    <message>
        <source>Done all the same</source>
        <translation>Tetap nyatakan selesai</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Kembali ke teks</translation>
    </message>
</context>
<context>
    <name>GuidelineCard</name>
    <message>
        <source>Guideline</source>
        <translation>Pedoman</translation>
    </message>
    <message>
        <source>The definition of a label appears here.</source>
        <translation>Definisi label tampil di sini.</translation>
    </message>
    <message>
        <source>Basis: %1.</source>
        <translation>Dasar: %1.</translation>
    </message>
    <message>
        <source>Example: “%1”</source>
        <translation>Contoh: “%1”</translation>
    </message>
</context>
<context>
    <name>HistoryFeature</name>
    <message>
        <source>This act came to nothing in the end.</source>
        <translation>Tindakan ini akhirnya tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>The article is as it was then.</source>
        <translation>Artikel masih seperti saat itu.</translation>
    </message>
    <message>
        <source>This span is gone; it was here.</source>
        <translation>Span ini sudah tidak ada; dulu di sini.</translation>
    </message>
    <message>
        <source>Only who did this can take it back.</source>
        <translation>Hanya pelakunya yang dapat menarik ini kembali.</translation>
    </message>
    <message>
        <source>A later act stands in the way: %1 (%2). Take that back first.</source>
        <translation>Terhalang tindakan yang lebih baru: %1 (%2). Tarik kembali tindakan itu dahulu.</translation>
    </message>
    <message>
        <source>Back to before %1</source>
        <translation>Kembali ke sebelum %1</translation>
    </message>
    <message>
        <source>%1 annotations would change: %2 go, %3 come back, %4 get other values.</source>
        <translation>%1 anotasi akan berubah: %2 hilang, %3 kembali, %4 mendapat nilai lain.</translation>
    </message>
    <message>
        <source>One undo (Ctrl+Z) takes this back.</source>
        <translation>Satu kali urungkan (Ctrl+Z) membatalkannya.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>A change of the scheme is taken back as a whole, in the scheme editor.</source>
        <translation>Perubahan skema ditarik kembali seluruhnya, di penyunting skema.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Acts of everybody</source>
        <translation>Tindakan semua anotator</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Belum ada yang dilakukan di sini.</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Take back this act</source>
        <translation>Tarik kembali tindakan ini</translation>
    </message>
    <message>
        <source>Takes back this act alone; what was done since stays.</source>
        <translation>Menarik kembali tindakan ini saja; yang dilakukan sesudahnya tetap ada.</translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation>Shift+Del</translation>
    </message>
    <message>
        <source>Back to before it</source>
        <translation>Kembali ke sebelumnya</translation>
    </message>
    <message>
        <source>Returns the article to what it was before this act.</source>
        <translation>Mengembalikan artikel ke keadaan sebelum tindakan ini.</translation>
    </message>
    <message>
        <source>History of the article</source>
        <translation>Riwayat artikel</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>%1 more in this article</source>
        <translation>%1 lagi di artikel ini</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
</context>
<context>
    <name>ImpactPage</name>
    <message>
        <source>Version of the scheme from now on</source>
        <translation>Versi skema mulai sekarang</translation>
    </message>
    <message>
        <source>What this change does</source>
        <translation>Akibat perubahan ini</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>What uses it</source>
        <translation>Yang memakainya</translation>
    </message>
    <message>
        <source>Whose annotations</source>
        <translation>Anotasi siapa</translation>
    </message>
    <message>
        <source>What becomes of the annotations</source>
        <translation>Apa yang terjadi pada anotasi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Only mine (%1); those of others keep what they say</source>
        <translation>Hanya milik saya (%1); milik orang lain tetap seperti semula</translation>
    </message>
    <message>
        <source>Those of all annotators (%1)</source>
        <translation>Milik semua anotator (%1)</translation>
    </message>
    <message>
        <source>No annotation changes.</source>
        <translation>Tidak ada anotasi yang berubah.</translation>
    </message>
    <message>
        <source>Remove the relations that the new scheme forbids (%1)</source>
        <translation>Hapus hubungan yang dilarang skema baru (%1)</translation>
    </message>
    <message>
        <source>Does the meaning change?</source>
        <translation>Apakah maknanya berubah?</translation>
    </message>
    <message>
        <source>Tick a label where spans that carry it may be wrong now: they are shown to be looked at again. Better words for the same meaning need no tick.</source>
        <translation>Centang label yang span-nya mungkin menjadi salah: span itu akan ditampilkan untuk diperiksa lagi. Kata yang lebih baik untuk makna yang sama tidak perlu dicentang.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Add articles or annotations</source>
        <translation>Tambah artikel atau anotasi</translation>
    </message>
    <message>
        <source>Find out the language of each article</source>
        <translation>Cari tahu bahasa setiap artikel</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Articles: at least %1</source>
        <translation>Artikel: sedikitnya %1</translation>
    </message>
    <message>
        <source>Articles: %1</source>
        <translation>Artikel: %1</translation>
    </message>
    <message>
        <source>%1: files: %2</source>
        <translation>%1: %2 berkas</translation>
    </message>
    <message>
        <source>There are more files than were looked at; all of them are read.</source>
        <translation>Ada lebih banyak berkas daripada yang dilihat; semuanya akan dibaca.</translation>
    </message>
    <message>
        <source>Not everything can be taken in:</source>
        <translation>Tidak semuanya dapat diambil:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>dan %1 lagi</translation>
    </message>
    <message>
        <source>Spans as they are read</source>
        <translation>Span sebagaimana terbaca</translation>
    </message>
    <message>
        <source>Positions count %1.</source>
        <translation>Posisi menghitung %1.</translation>
    </message>
    <message>
        <source>Check a few: the words must be those that were labelled.</source>
        <translation>Periksa beberapa: katanya harus yang dulu dilabeli.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>If the words are wrong, positions count</source>
        <translation>Jika katanya keliru, posisi menghitung</translation>
    </message>
    <message>
        <source>what the file&apos;s quotes say</source>
        <translation>sesuai kutipan di berkas</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Anotator</translation>
    </message>
    <message>
        <source>As the files name them: %1</source>
        <translation>Sesuai nama di berkas: %1</translation>
    </message>
    <message>
        <source>All of it as mine: %1</source>
        <translation>Semuanya sebagai milik saya: %1</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>karakter</translation>
    </message>
    <message>
        <source>UTF-16 units, in which an emoji counts two</source>
        <translation>satuan UTF-16, emoji dihitung dua</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>byte</translation>
    </message>
    <message>
        <source>characters, and the end is the last one</source>
        <translation>karakter, dan akhirnya ialah karakter terakhir</translation>
    </message>
    <message>
        <source>Looking into the files</source>
        <translation>Melihat isi berkas</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>New articles: %1</source>
        <translation>Artikel baru: %1</translation>
    </message>
    <message>
        <source>Known already: %1</source>
        <translation>Sudah ada: %1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>Span: %1</translation>
    </message>
    <message>
        <source>Relations: %1</source>
        <translation>Hubungan: %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ditinggalkan: %1</translation>
    </message>
    <message>
        <source>To be looked at: %1</source>
        <translation>Perlu dilihat: %1</translation>
    </message>
    <message>
        <source>Nothing came in.</source>
        <translation>Tidak ada yang masuk.</translation>
    </message>
    <message>
        <source>%1 more were counted and are not listed.</source>
        <translation>%1 lagi dihitung dan tidak didaftar.</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>What was imported</source>
        <translation>Yang diimpor</translation>
    </message>
    <message>
        <source>What was left out, by reason</source>
        <translation>Yang ditinggalkan, menurut alasan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Simpan sebagai teks…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>import report</source>
        <translation>laporan impor</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Caret and selection</source>
        <translation>Kursor dan pilihan</translation>
    </message>
    <message>
        <source>Move the caret</source>
        <translation>Menggerakkan kursor</translation>
    </message>
    <message>
        <source>By word</source>
        <translation>Per kata</translation>
    </message>
    <message>
        <source>Ends of the line, with Ctrl of the text</source>
        <translation>Ujung baris, dengan Ctrl ujung teks</translation>
    </message>
    <message>
        <source>Select while moving</source>
        <translation>Memilih sambil bergerak</translation>
    </message>
    <message>
        <source>2 × click</source>
        <translation>klik 2 ×</translation>
    </message>
    <message>
        <source>Select the word</source>
        <translation>Memilih kata</translation>
    </message>
    <message>
        <source>3 × click</source>
        <translation>klik 3 ×</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Memilih kalimat</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Seret</translation>
    </message>
    <message>
        <source>Select whole words, with Alt characters</source>
        <translation>Memilih kata utuh, dengan Alt per huruf</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+klik</translation>
    </message>
    <message>
        <source>Select up to there</source>
        <translation>Memilih sampai di situ</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Choose the span at the caret, again: the next one</source>
        <translation>Memilih span di kursor, lagi: yang berikutnya</translation>
    </message>
    <message>
        <source>Let go of selection and span</source>
        <translation>Melepas pilihan dan span</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Cari tombol atau kegunaannya</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>Tidak ada tombol yang cocok.</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>Dalam riwayat</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Take back this act</source>
        <translation>Tarik kembali tindakan ini</translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation>Shift+Del</translation>
    </message>
    <message>
        <source>Back to before it</source>
        <translation>Kembali ke sebelumnya</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>Guideline</source>
        <translation>Pedoman</translation>
    </message>
    <message>
        <source>Back to the labels (Esc)</source>
        <translation>Kembali ke label (Esc)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan dipakai</translation>
    </message>
    <message>
        <source>When not</source>
        <translation>Kapan tidak</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Dasar hukum</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Cocok</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Tidak cocok</translation>
    </message>
    <message>
        <source>Guideline %1</source>
        <translation>Pedoman %1</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <translation>Pedoman %1</translation>
    </message>
</context>
<context>
    <name>LabelsPanel</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>Select words and press a letter. Click a span to see what it carries.</source>
        <translation>Pilih kata lalu tekan sebuah huruf. Klik span untuk melihat isinya.</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>diusulkan</translation>
    </message>
</context>
<context>
    <name>LabelsPart</name>
    <message>
        <source>Labels of the file</source>
        <translation>Label berkas</translation>
    </message>
    <message>
        <source>Labels that are the scheme&apos;s own: %1. Words that need a decision: %2.</source>
        <translation>Label milik skema sendiri: %1. Kata yang perlu diputuskan: %2.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Di berkas</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Jenisnya</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Terlihat</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>label artikel</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>hubungan</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>atribut</translation>
    </message>
    <message>
        <source>value of %1</source>
        <translation>nilai %1</translation>
    </message>
    <message>
        <source>%1 becomes</source>
        <translation>%1 menjadi</translation>
    </message>
    <message>
        <source>Add to the scheme</source>
        <translation>Tambahkan ke skema</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Tinggalkan</translation>
    </message>
    <message>
        <source>New labels and relations: %1. They come into the scheme in a group of their own; the scheme editor can take that back.</source>
        <translation>Label dan hubungan baru: %1. Masuk ke skema dalam kelompok tersendiri; penyunting skema dapat membatalkannya.</translation>
    </message>
    <message>
        <source>Saved mapping</source>
        <translation>Pemetaan tersimpan</translation>
    </message>
    <message>
        <source>Name of this mapping</source>
        <translation>Nama pemetaan ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dari berkas…</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>Ke berkas…</translation>
    </message>
    <message>
        <source>Saved mapping…</source>
        <translation>Pemetaan tersimpan…</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>Pemetaan</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>Mapping from a file</source>
        <translation>Pemetaan dari berkas</translation>
    </message>
    <message>
        <source>mapping</source>
        <translation>pemetaan</translation>
    </message>
    <message>
        <source>Mapping to a file</source>
        <translation>Pemetaan ke berkas</translation>
    </message>
</context>
<context>
    <name>LeftWords</name>
    <message>
        <source>another attribute came to be the same one</source>
        <translation>atribut lain sudah menjadi atribut yang sama</translation>
    </message>
    <message>
        <source>a chain was taken as relations</source>
        <translation>rantai diambil sebagai hubungan</translation>
    </message>
    <message>
        <source>a column was left out</source>
        <translation>sebuah kolom ditinggalkan</translation>
    </message>
    <message>
        <source>a span without words was left out</source>
        <translation>span tanpa kata ditinggalkan</translation>
    </message>
    <message>
        <source>an equivalence became relations</source>
        <translation>kesetaraan menjadi hubungan</translation>
    </message>
    <message>
        <source>an event became a span with relations</source>
        <translation>peristiwa menjadi span dengan hubungan</translation>
    </message>
    <message>
        <source>the pieces of a span became spans of their own</source>
        <translation>potongan span menjadi span tersendiri</translation>
    </message>
    <message>
        <source>HTML was found in the text</source>
        <translation>ada HTML di dalam teks</translation>
    </message>
    <message>
        <source>tags break the rules of their format</source>
        <translation>tanda melanggar aturan formatnya</translation>
    </message>
    <message>
        <source>what kind of note it is was left out</source>
        <translation>jenis catatannya ditinggalkan</translation>
    </message>
    <message>
        <source>the label was taken from a feature</source>
        <translation>label diambil dari sebuah fitur</translation>
    </message>
    <message>
        <source>line ends were made alike</source>
        <translation>akhir baris diseragamkan</translation>
    </message>
    <message>
        <source>lines were joined</source>
        <translation>baris digabung</translation>
    </message>
    <message>
        <source>a layer of grammar was left out</source>
        <translation>lapisan tata bahasa ditinggalkan</translation>
    </message>
    <message>
        <source>a link became an attribute</source>
        <translation>tautan menjadi atribut</translation>
    </message>
    <message>
        <source>what it speaks of is not in the file</source>
        <translation>yang dirujuk tidak ada di berkas</translation>
    </message>
    <message>
        <source>a sentence without its text was put together</source>
        <translation>kalimat tanpa teks disusun dari katanya</translation>
    </message>
    <message>
        <source>a note about a relation was left out</source>
        <translation>catatan tentang hubungan ditinggalkan</translation>
    </message>
    <message>
        <source>a note without words was left out</source>
        <translation>catatan tanpa kata ditinggalkan</translation>
    </message>
    <message>
        <source>further columns were left out</source>
        <translation>kolom lain ditinggalkan</translation>
    </message>
    <message>
        <source>its positions count something else than the rest</source>
        <translation>satuan posisinya berbeda dari yang lain</translation>
    </message>
    <message>
        <source>another view of the text was left out</source>
        <translation>tampilan teks yang lain ditinggalkan</translation>
    </message>
    <message>
        <source>paragraphs were joined</source>
        <translation>paragraf digabung</translation>
    </message>
    <message>
        <source>the quote has other blanks than the text</source>
        <translation>spasi kutipan berbeda dari teks</translation>
    </message>
    <message>
        <source>a relation without both ends</source>
        <translation>hubungan tanpa kedua ujungnya</translation>
    </message>
    <message>
        <source>rows above the table were left out</source>
        <translation>baris di atas tabel ditinggalkan</translation>
    </message>
    <message>
        <source>pages without text: they are scans</source>
        <translation>halaman tanpa teks: hasil pindaian</translation>
    </message>
    <message>
        <source>a sheet was left out</source>
        <translation>sebuah lembar ditinggalkan</translation>
    </message>
    <message>
        <source>a row has fewer cells than there are columns</source>
        <translation>selnya kurang dari jumlah kolom</translation>
    </message>
    <message>
        <source>a slot became a relation</source>
        <translation>slot menjadi hubungan</translation>
    </message>
    <message>
        <source>a slot leads nowhere</source>
        <translation>slot tanpa tujuan</translation>
    </message>
    <message>
        <source>the text was put together from its words</source>
        <translation>teks disusun dari katanya</translation>
    </message>
    <message>
        <source>a word&apos;s own mark became a span</source>
        <translation>tanda milik kata menjadi span</translation>
    </message>
    <message>
        <source>it cannot be told what positions count</source>
        <translation>satuan posisi tidak dapat dipastikan</translation>
    </message>
    <message>
        <source>no article was found: all words of the page are in</source>
        <translation>artikel tidak ditemukan: semua kata halaman masuk</translation>
    </message>
    <message>
        <source>a span without length was left out</source>
        <translation>span tanpa panjang ditinggalkan</translation>
    </message>
    <message>
        <source>what was annotated there was kept as metadata</source>
        <translation>anotasi di sana disimpan sebagai metadata</translation>
    </message>
    <message>
        <source>it was passed over by who annotated it</source>
        <translation>dilewati oleh anotatornya</translation>
    </message>
    <message>
        <source>it was rejected by who annotated it</source>
        <translation>ditolak oleh anotatornya</translation>
    </message>
    <message>
        <source>a control that says nothing about words was left out</source>
        <translation>kontrol yang tidak menyangkut kata ditinggalkan</translation>
    </message>
    <message>
        <source>a draft nobody handed in was left out</source>
        <translation>draf yang belum diserahkan ditinggalkan</translation>
    </message>
    <message>
        <source>the mark as ground truth was left out</source>
        <translation>tanda sebagai acuan ditinggalkan</translation>
    </message>
    <message>
        <source>a key that the program does not know was left out</source>
        <translation>kunci yang tidak dikenal program ditinggalkan</translation>
    </message>
    <message>
        <source>a key of a span was left out</source>
        <translation>kunci sebuah span ditinggalkan</translation>
    </message>
    <message>
        <source>a link without both ends was left out</source>
        <translation>tautan tanpa kedua ujungnya ditinggalkan</translation>
    </message>
    <message>
        <source>the motivation was taken as the label</source>
        <translation>motivasi diambil sebagai label</translation>
    </message>
    <message>
        <source>nobody answered it</source>
        <translation>belum dijawab siapa pun</translation>
    </message>
    <message>
        <source>its place was not found in the text</source>
        <translation>tempatnya tidak ditemukan dalam teks</translation>
    </message>
    <message>
        <source>a region outside the text was left out</source>
        <translation>bagian di luar teks ditinggalkan</translation>
    </message>
    <message>
        <source>a region without a label was left out</source>
        <translation>bagian tanpa label ditinggalkan</translation>
    </message>
    <message>
        <source>a relation both ways became two</source>
        <translation>hubungan dua arah menjadi dua</translation>
    </message>
    <message>
        <source>a cell seems to hold several rows: a quote is not closed</source>
        <translation>satu sel tampaknya memuat beberapa baris: tanda kutip tidak ditutup</translation>
    </message>
    <message>
        <source>a second annotation by the same person was left out</source>
        <translation>anotasi kedua dari orang yang sama ditinggalkan</translation>
    </message>
    <message>
        <source>a span that was rejected was left out</source>
        <translation>span yang ditolak ditinggalkan</translation>
    </message>
    <message>
        <source>a span without a label was left out</source>
        <translation>span tanpa label ditinggalkan</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>25/11/2024</source>
        <translation>25/11/2024</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (bawaan)</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it like 1500 or 0,5. Nothing was stored.</source>
        <translation>“%1” bukan angka. Tulislah seperti 1500 atau 0,5. Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it like 25/11/2024. Nothing was stored.</source>
        <translation>“%1” bukan tanggal. Tulislah seperti 25/11/2024. Tidak ada yang disimpan.</translation>
    </message>
</context>
<context>
    <name>LinkPresenter</name>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik dulu sebuah span, atau pindah ke span dengan ].</translation>
    </message>
    <message>
        <source>The scheme links this span with no other one here.</source>
        <translation>Skema tidak menghubungkan span ini dengan span lain di sini.</translation>
    </message>
    <message>
        <source>Type the letters of the other span, Esc to leave.</source>
        <translation>Ketik huruf span tujuan, Esc untuk batal.</translation>
    </message>
    <message>
        <source>No span has these letters.</source>
        <translation>Tidak ada span dengan huruf itu.</translation>
    </message>
    <message>
        <source>These two are linked in every way the scheme allows.</source>
        <translation>Keduanya sudah dihubungkan dengan semua cara yang diizinkan skema.</translation>
    </message>
    <message>
        <source>The scheme has no relation between %1 and %2.</source>
        <translation>Skema tidak memiliki hubungan antara %1 dan %2.</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How it looks</source>
        <translation>Tampilannya</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>beberapa kata</translation>
    </message>
    <message>
        <source>Lines and codes, %1: contrast %2, wanted %3. They are drawn otherwise.</source>
        <translation>Garis dan kode, %1: kontras %2, seharusnya %3. Digambar dengan warna lain.</translation>
    </message>
    <message>
        <source>Text on it, %1: contrast %2, wanted %3. It is drawn otherwise.</source>
        <translation>Teks di atasnya, %1: kontras %2, seharusnya %3. Digambar dengan warna lain.</translation>
    </message>
    <message>
        <source>Hardly told from %1 with %2, %3: distance %4, wanted %5.</source>
        <translation>Sulit dibedakan dari %1 pada %2, %3: jarak %4, seharusnya %5.</translation>
    </message>
    <message>
        <source>Take the nearest better one: %1</source>
        <translation>Pakai yang terdekat dan lebih baik: %1</translation>
    </message>
    <message>
        <source>dark colours</source>
        <translation>warna gelap</translation>
    </message>
    <message>
        <source>light colours</source>
        <translation>warna terang</translation>
    </message>
    <message>
        <source>normal sight</source>
        <translation>penglihatan normal</translation>
    </message>
    <message>
        <source>red-blindness</source>
        <translation>buta warna merah</translation>
    </message>
    <message>
        <source>green-blindness</source>
        <translation>buta warna hijau</translation>
    </message>
    <message>
        <source>blue-blindness</source>
        <translation>buta warna biru</translation>
    </message>
    <message>
        <source>Readable in all colours, and told from the others by everybody.</source>
        <translation>Terbaca dalam semua warna, dan dapat dibedakan dari yang lain oleh semua orang.</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>kontras tinggi</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Proyek hanya dibuka untuk dibaca.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 span</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 hubungan</translation>
    </message>
    <message>
        <source>%1 relations</source>
        <translation>%1 hubungan</translation>
    </message>
    <message>
        <source>No program here opens this file: %1</source>
        <translation>Tidak ada program di sini yang dapat membuka berkas ini: %1</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Tentang Annotator</translation>
    </message>
    <message>
        <source>Project: %1
Nothing leaves this computer unless you export it.</source>
        <translation>Proyek: %1
Tidak ada yang keluar dari komputer ini kecuali Anda mengekspornya.</translation>
    </message>
    <message>
        <source>1–4 group · letter: label · ⇧1: factuality · ⇧F: hints · ?: keys</source>
        <translation>1–4 kelompok · huruf: label · ⇧1: faktualitas · ⇧F: huruf di kata · ?: tombol</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>%1 could not be read: %2. Nothing of it was taken in.</source>
        <translation>%1 tidak dapat dibaca: %2. Isinya tidak dimasukkan.</translation>
    </message>
    <message>
        <source>This was changed elsewhere in the meantime, so nothing was changed here. What is stored is shown now.</source>
        <translation>Ini sudah diubah di tempat lain, jadi tidak ada yang diubah di sini. Yang tampil sekarang adalah yang tersimpan.</translation>
    </message>
    <message>
        <source>This label scheme cannot be used: %1. The project keeps its own.</source>
        <translation>Skema label ini tidak dapat dipakai: %1. Proyek tetap memakai skemanya sendiri.</translation>
    </message>
    <message>
        <source>This cannot be recorded (%1). Nothing was changed.</source>
        <translation>Ini tidak dapat dicatat (%1). Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Say first who annotates. Nothing was changed.</source>
        <translation>Sebutkan dulu siapa anotatornya. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Stopped. What was finished until then is kept.</source>
        <translation>Dihentikan. Yang sudah selesai tetap disimpan.</translation>
    </message>
    <message>
        <source>The file could not be written or read: %1</source>
        <translation>Berkas tidak dapat ditulis atau dibaca: %1</translation>
    </message>
    <message>
        <source>Something unexpected happened: %1</source>
        <translation>Terjadi hal yang tidak terduga: %1</translation>
    </message>
    <message>
        <source>The same words carry this label already. Nothing was changed.</source>
        <translation>Kata yang sama sudah memiliki label ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A span must lie inside the text. Nothing was changed.</source>
        <translation>Span harus berada di dalam teks. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The project&apos;s scheme has no such label. Nothing was changed.</source>
        <translation>Skema proyek tidak memiliki label itu. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This label does not take that attribute. Nothing was changed.</source>
        <translation>Label ini tidak memakai atribut itu. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>That attribute does not take this value. Nothing was changed.</source>
        <translation>Atribut itu tidak menerima nilai ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The scheme does not allow this. Nothing was changed.</source>
        <translation>Skema tidak mengizinkan ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>%1 is no project of this program. Nothing in it was changed.</source>
        <translation>%1 bukan proyek program ini. Isinya tidak diubah.</translation>
    </message>
    <message>
        <source>%1 exists already and was not overwritten. Choose another name.</source>
        <translation>%1 sudah ada dan tidak ditimpa. Pilih nama lain.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Annotator. Update the program to work on it.</source>
        <translation>%1 dibuat dengan versi Annotator yang lebih baru. Perbarui program untuk mengerjakannya.</translation>
    </message>
    <message>
        <source>The project is open elsewhere (%1), so it can only be read here. Nothing was changed. Close it there and open it again.</source>
        <translation>Proyek sedang dibuka di tempat lain (%1), jadi di sini hanya dapat dibaca. Tidak ada yang diubah. Tutup di sana lalu buka lagi.</translation>
    </message>
    <message>
        <source>The project file could not be written or read (%1). This act was not stored; everything shown as saved before it is. Check the disk and try again.</source>
        <translation>Berkas proyek tidak dapat ditulis atau dibaca (%1). Tindakan ini tidak tersimpan; semua yang tadi tampil tersimpan tetap tersimpan. Periksa disk lalu coba lagi.</translation>
    </message>
    <message>
        <source>The project file could not be used: %1</source>
        <translation>Berkas proyek tidak dapat dipakai: %1</translation>
    </message>
    <message>
        <source>open in %1</source>
        <translation>dibuka di %1</translation>
    </message>
    <message>
        <source>made by a newer version</source>
        <translation>dibuat dengan versi yang lebih baru</translation>
    </message>
    <message>
        <source>the file is write-protected</source>
        <translation>berkas dilindungi dari penulisan</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Hanya baca</translation>
    </message>
    <message>
        <source>This label is for whole articles. Nothing was changed.</source>
        <translation>Label ini untuk seluruh artikel. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>This label is for words of the text. Nothing was changed.</source>
        <translation>Label ini untuk kata-kata dalam teks. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>This label scheme cannot be used, it has %2 faults. The first: %1. The project keeps its own.</source>
        <translation>Skema label ini tidak dapat dipakai, ada %2 kesalahan. Yang pertama: %1. Proyek tetap memakai skemanya sendiri.</translation>
    </message>
    <message>
        <source>A note needs some words. Nothing was stored.</source>
        <translation>Catatan perlu berisi kata. Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>Only its author can change a note. You can answer it.</source>
        <translation>Hanya penulisnya yang dapat mengubah catatan. Anda dapat membalasnya.</translation>
    </message>
    <message>
        <source>A note that was answered stays. You can close it instead.</source>
        <translation>Catatan yang sudah dibalas tetap ada. Anda dapat menutupnya.</translation>
    </message>
    <message>
        <source>This note is no longer there. Nothing was stored.</source>
        <translation>Catatan ini sudah tidak ada. Tidak ada yang disimpan.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Who annotates?</source>
        <translation>Siapa anotatornya?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Every label carries the name of the person who set it. It is asked once.</source>
        <translation>Setiap label membawa nama orang yang memberikannya. Ini hanya ditanyakan sekali.</translation>
    </message>
</context>
<context>
    <name>NewEntryDialog</name>
    <message>
        <source>New: %1</source>
        <translation>Baru: %1</translation>
    </message>
    <message>
        <source>Annotations and exports name it by its id, which stays as it is.</source>
        <translation>Anotasi dan ekspor menyebutnya dengan id ini, yang tidak akan berubah.</translation>
    </message>
    <message>
        <source>An id is needed.</source>
        <translation>Id harus diisi.</translation>
    </message>
    <message>
        <source>This id is taken.</source>
        <translation>Id ini sudah dipakai.</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Words of the note</source>
        <translation>Isi catatan</translation>
    </message>
    <message>
        <source>Write a note… Return saves it.</source>
        <translation>Tulis catatan… Enter menyimpannya.</translation>
    </message>
    <message>
        <source>For the lead</source>
        <translation>Untuk ketua</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>The whole article</source>
        <translation>Seluruh artikel</translation>
    </message>
    <message>
        <source>for the lead</source>
        <translation>untuk ketua</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Balas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>closed by %1</source>
        <translation>ditutup oleh %1</translation>
    </message>
</context>
<context>
    <name>NotesFeature</name>
    <message>
        <source>Changing your note</source>
        <translation>Mengubah catatan Anda</translation>
    </message>
    <message>
        <source>Answer to the note</source>
        <translation>Balasan untuk catatan</translation>
    </message>
    <message>
        <source>Note on the whole article</source>
        <translation>Catatan untuk seluruh artikel</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Catatan pada “%1”</translation>
    </message>
    <message>
        <source>The note is saved.</source>
        <translation>Catatan tersimpan.</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Catatan (%1)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>New note (Shift+C)</source>
        <translation>Catatan baru (Shift+C)</translation>
    </message>
    <message>
        <source>No notes on this article. Shift+C writes one on the chosen words.</source>
        <translation>Belum ada catatan untuk artikel ini. Shift+C menulis catatan pada kata yang dipilih.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Tutup pemberitahuan ini</translation>
    </message>
</context>
<context>
    <name>OriginalFeature</name>
    <message>
        <source>There is no article open.</source>
        <translation>Tidak ada artikel yang terbuka.</translation>
    </message>
    <message>
        <source>No page is kept of this article: it came as a text.</source>
        <translation>Tidak ada halaman asli untuk artikel ini: artikel ini masuk sebagai teks.</translation>
    </message>
    <message>
        <source>Save the original page</source>
        <translation>Simpan halaman asli</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Cari perintah</translation>
    </message>
    <message>
        <source>Command, label, group or article</source>
        <translation>Perintah, label, kelompok, atau artikel</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Buka: %1</translation>
    </message>
</context>
<context>
    <name>PickLabel</name>
    <message>
        <source>Pick a label</source>
        <translation>Pilih label</translation>
    </message>
    <message>
        <source>Name, code or a few letters of a label</source>
        <translation>Nama, kode, atau beberapa huruf sebuah label</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>These words do not belong to the span.</source>
        <translation>Kata ini tidak termasuk span itu.</translation>
    </message>
    <message>
        <source>Select the words of the span that are to go.</source>
        <translation>Pilih kata dari span itu yang hendak dilepas.</translation>
    </message>
    <message>
        <source>Nothing of the span would be left: Delete removes it.</source>
        <translation>Tidak akan ada yang tersisa dari span itu: Delete menghapusnya.</translation>
    </message>
    <message>
        <source>Click a span first, or step to one with ].</source>
        <translation>Klik dulu sebuah span, atau pindah ke span dengan ].</translation>
    </message>
    <message>
        <source>Words for %1</source>
        <translation>Kata untuk %1</translation>
    </message>
    <message>
        <source>Esc ends it</source>
        <translation>Esc mengakhirinya</translation>
    </message>
    <message>
        <source>Select the words that belong to the span too, then press ⇧A.</source>
        <translation>Pilih kata yang juga termasuk span ini, lalu tekan ⇧A.</translation>
    </message>
    <message>
        <source>These words belong to the span already.</source>
        <translation>Kata ini sudah termasuk span itu.</translation>
    </message>
</context>
<context>
    <name>Piles</name>
    <message>
        <source>Looking into the files</source>
        <translation>Melihat isi berkas</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Mengimpor</translation>
    </message>
    <message>
        <source>An import was not finished: %1. Articles of it that are in: %2.</source>
        <translation>Ada impor yang belum selesai: %1. Artikelnya yang sudah masuk: %2.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Lupakan</translation>
    </message>
</context>
<context>
    <name>PlacesDelegate</name>
    <message>
        <source>overlaps %1</source>
        <translation>menyentuh %1</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Match &amp;case</source>
        <translation>Bedakan &amp;kapital</translation>
    </message>
    <message>
        <source>Upper and lower case as in the words above</source>
        <translation>Huruf besar dan kecil persis seperti pada kata di atas</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>Kata &amp;utuh</translation>
    </message>
    <message>
        <source>Not inside a longer word</source>
        <translation>Tidak di dalam kata yang lebih panjang</translation>
    </message>
    <message>
        <source>&amp;Endings: -nya, -lah, -pun …</source>
        <translation>Akhi&amp;ran: -nya, -lah, -pun …</translation>
    </message>
    <message>
        <source>Also with -nya, -ku, -mu, -lah, -kah, -pun</source>
        <translation>Juga dengan -nya, -ku, -mu, -lah, -kah, -pun</translation>
    </message>
    <message>
        <source>&amp;Prefixes: di-, me-, ber- …</source>
        <translation>&amp;Imbuhan: di-, me-, ber- …</translation>
    </message>
    <message>
        <source>Also other forms of the words, such as membagikan for bagi</source>
        <translation>Juga bentuk lain dari kata itu, misalnya membagikan untuk bagi</translation>
    </message>
    <message>
        <source>Ac&amp;ronyms</source>
        <translation>Akroni&amp;m</translation>
    </message>
    <message>
        <source>Also the long form of an acronym that an article introduces</source>
        <translation>Juga kepanjangan akronim yang diperkenalkan sebuah artikel</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Teks yang sama</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>Kata yang dicari</translation>
    </message>
    <message>
        <source>This &amp;article</source>
        <translation>&amp;Artikel ini</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>&amp;Semua artikel</translation>
    </message>
    <message>
        <source>Label the ticked places</source>
        <translation>Beri label pada yang dicentang</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>These words stand nowhere here.</source>
        <translation>Kata-kata ini tidak ditemukan di sini.</translation>
    </message>
    <message>
        <source>Also searched: %1</source>
        <translation>Dicari juga: %1</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>La&amp;bel</translation>
    </message>
    <message>
        <source>Space: tick · ← →: article · Ctrl+A: tick all without a label · Ctrl+Shift+A: none · Ctrl+Return: go there · Return: label · Esc: close</source>
        <translation>Spasi: centang · ← →: artikel · Ctrl+A: centang yang belum berlabel · Ctrl+Shift+A: kosongkan · Ctrl+Return: buka · Return: beri label · Esc: tutup</translation>
    </message>
    <message>
        <source>Only the label is given, no factuality and no other attribute.</source>
        <translation>Hanya labelnya, tanpa faktualitas dan atribut lain.</translation>
    </message>
    <message>
        <source>The first %1 places, in %2 articles; ticked: %3</source>
        <translation>%1 tempat pertama, di %2 artikel; dicentang: %3</translation>
    </message>
    <message>
        <source>%1 places in %2 articles; ticked: %3</source>
        <translation>%1 tempat di %2 artikel; dicentang: %3</translation>
    </message>
    <message>
        <source>Places: %1; ticked: %3</source>
        <translation>Tempat: %1; dicentang: %3</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>ticked</source>
        <translation>dicentang</translation>
    </message>
    <message>
        <source>partly ticked</source>
        <translation>dicentang sebagian</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>tidak dicentang</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 tempat</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 tempat</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>New project</source>
        <translation>Proyek baru</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Buka proyek</translation>
    </message>
    <message>
        <source>Annotator projects</source>
        <translation>Proyek Annotator</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>My progress</source>
        <translation>Kemajuan saya</translation>
    </message>
    <message>
        <source>Articles finished each day</source>
        <translation>Artikel selesai tiap hari</translation>
    </message>
    <message>
        <source>No article is finished yet.</source>
        <translation>Belum ada artikel yang selesai.</translation>
    </message>
    <message>
        <source>Measure my active time</source>
        <translation>Ukur waktu aktif saya</translation>
    </message>
    <message>
        <source>Time counts while you press keys or use the mouse in this window, and stops 60 seconds after the last time. It is kept in the project file only, for each person and article, and never exported.</source>
        <translation>Waktu dihitung selama Anda menekan tombol atau memakai tetikus di jendela ini, dan berhenti 60 detik setelah yang terakhir. Waktu hanya disimpan di berkas proyek, per orang dan per artikel, dan tidak pernah diekspor.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Articles done</source>
        <translation>Artikel selesai</translation>
    </message>
    <message>
        <source>Spans in them</source>
        <translation>Span di dalamnya</translation>
    </message>
    <message>
        <source>Active time in all</source>
        <translation>Waktu aktif seluruhnya</translation>
    </message>
    <message>
        <source>from the 3rd finished article on</source>
        <translation>mulai artikel selesai ke-3</translation>
    </message>
    <message>
        <source>Active time for an article, median</source>
        <translation>Waktu aktif per artikel, median</translation>
    </message>
    <message>
        <source>Articles left</source>
        <translation>Artikel tersisa</translation>
    </message>
    <message>
        <source>Time left at this pace</source>
        <translation>Sisa waktu dengan laju ini</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Lihat di:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder induk</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ke folder induk</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Folder &amp;baru</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Folder baru</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Tampilan daftar</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Ganti ke tampilan daftar</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Tampilan rinci</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Ganti ke tampilan rinci</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Bilah sisi</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Daftar tempat dan markah</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Folder:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Jenis berkas:</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Yakin akan menghapus &apos;%1&apos;?</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Tempat terakhir</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Ganti &amp;nama</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Tampilkan berkas &amp;tersembunyi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 sudah ada.
Ganti berkas itu?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Berkas tidak ditemukan.
Periksa apakah nama berkasnya benar.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Folder tidak ditemukan.
Periksa apakah nama foldernya benar.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>My Computer</source>
        <translation>Komputer saya</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Tanggal diubah</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Ul&amp;angi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Po&amp;tong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Tampilkan rincian…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Sembunyikan rincian…</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Atur ulang</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
</context>
<context>
    <name>QUnicodeControlCharacterMenu</name>
    <message>
        <source>Insert Unicode control character</source>
        <translation>Sisipkan karakter kendali Unicode</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Ul&amp;angi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Po&amp;tong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Salin alamat &amp;tautan</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>from %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>sampai %1</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>ditandai</translation>
    </message>
    <message>
        <source>note for the lead</source>
        <translation>catatan untuk ketua</translation>
    </message>
    <message>
        <source>open notes</source>
        <translation>catatan terbuka</translation>
    </message>
    <message>
        <source>with paragraphs in another language</source>
        <translation>ada paragraf berbahasa lain</translation>
    </message>
    <message>
        <source>with reprints</source>
        <translation>punya artikel kembar</translation>
    </message>
    <message>
        <source>without reprints</source>
        <translation>tanpa artikel kembar</translation>
    </message>
    <message>
        <source>one of each story</source>
        <translation>satu dari setiap berita</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>sesuai impor</translation>
    </message>
    <message>
        <source>undecided first</source>
        <translation>yang belum selesai dulu</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>terbaru dulu</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>terlama dulu</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>menurut judul</translation>
    </message>
    <message>
        <source>shortest first</source>
        <translation>terpendek dulu</translation>
    </message>
    <message>
        <source>longest first</source>
        <translation>terpanjang dulu</translation>
    </message>
    <message>
        <source>fewest spans first</source>
        <translation>span tersedikit dulu</translation>
    </message>
    <message>
        <source>most spans first</source>
        <translation>span terbanyak dulu</translation>
    </message>
    <message>
        <source>shuffled, always alike</source>
        <translation>diacak, selalu sama</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>Do without: %1</source>
        <translation>Lepas: %1</translation>
    </message>
</context>
<context>
    <name>QueuePopup</name>
    <message>
        <source>Filter and order</source>
        <translation>Saring dan urutkan</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Tampilkan semua artikel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Outlet or file</source>
        <translation>Media atau berkas</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>from</source>
        <translation>dari</translation>
    </message>
    <message>
        <source>until</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>Flags and notes</source>
        <translation>Bendera dan catatan</translation>
    </message>
    <message>
        <source>Reprints and languages</source>
        <translation>Artikel kembar dan bahasa</translation>
    </message>
    <message>
        <source>2024-11-27</source>
        <translation>2024-11-27</translation>
    </message>
    <message>
        <source>Date from, year-month-day</source>
        <translation>Tanggal mulai, tahun-bulan-hari</translation>
    </message>
    <message>
        <source>Date until, year-month-day</source>
        <translation>Tanggal akhir, tahun-bulan-hari</translation>
    </message>
</context>
<context>
    <name>QuickLists</name>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Kelompok: %1</translation>
    </message>
    <message>
        <source>group</source>
        <translation>kelompok</translation>
    </message>
    <message>
        <source>Makes this group of labels current.</source>
        <translation>Menjadikan kelompok label ini yang berlaku.</translation>
    </message>
</context>
<context>
    <name>QuickOpen</name>
    <message>
        <source>Nothing matches.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>saat ini tidak dapat dilakukan</translation>
    </message>
</context>
<context>
    <name>RelationList</name>
    <message>
        <source>Remove this relation</source>
        <translation>Hapus hubungan ini</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>%1 is missing</source>
        <translation>%1 belum diisi</translation>
    </message>
    <message>
        <source>the scheme does not allow the relation “%1” here</source>
        <translation>skema tidak mengizinkan hubungan “%1” di sini</translation>
    </message>
    <message>
        <source>the same label stands here twice</source>
        <translation>label yang sama ada dua kali di sini</translation>
    </message>
    <message>
        <source>begins or ends inside a word</source>
        <translation>mulai atau berakhir di tengah kata</translation>
    </message>
    <message>
        <source>begins or ends with a blank or punctuation</source>
        <translation>mulai atau berakhir dengan spasi atau tanda baca</translation>
    </message>
    <message>
        <source>the same words are labelled “%1” in this article</source>
        <translation>kata yang sama berlabel “%1” di artikel ini</translation>
    </message>
    <message>
        <source>other articles mostly label the same words “%1”</source>
        <translation>di artikel lain, kata yang sama umumnya berlabel “%1”</translation>
    </message>
    <message>
        <source>the guideline of “%1” has changed: still right?</source>
        <translation>pedoman “%1” sudah berubah: masih tepat?</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>seluruh artikel</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Something unexpected happened. Everything shown as saved is saved.
The report below names places in the program and holds no text of articles.</source>
        <translation>Terjadi hal yang tidak terduga. Semua yang tampil tersimpan memang tersimpan.
Laporan di bawah menyebut tempat dalam program dan tidak memuat teks artikel.</translation>
    </message>
</context>
<context>
    <name>ReprintsFeature</name>
    <message>
        <source>There is no article open.</source>
        <translation>Tidak ada artikel yang terbuka.</translation>
    </message>
    <message>
        <source>No other article tells this story in the same words.</source>
        <translation>Tidak ada artikel lain yang memuat berita ini dengan kata-kata yang sama.</translation>
    </message>
    <message>
        <source>1 reprint</source>
        <translation>1 artikel kembar</translation>
    </message>
    <message>
        <source>%1 reprints</source>
        <translation>%1 artikel kembar</translation>
    </message>
    <message>
        <source>%1 % the same</source>
        <translation>%1 % sama</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 label</translation>
    </message>
    <message>
        <source>Taken over: %1 spans. Ctrl+Z takes all back.</source>
        <translation>Disalin: %1 span. Ctrl+Z membatalkan semuanya.</translation>
    </message>
    <message>
        <source>Looking for reprints</source>
        <translation>Mencari artikel kembar</translation>
    </message>
</context>
<context>
    <name>SameTextFeature</name>
    <message>
        <source>Put the caret on a word or select some.</source>
        <translation>Letakkan kursor pada sebuah kata atau pilih beberapa kata.</translation>
    </message>
    <message>
        <source>These words stand nowhere else in this article.</source>
        <translation>Kata-kata ini tidak ada di tempat lain dalam artikel ini.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Label something first: the same label is given here.</source>
        <translation>Beri label dahulu: label yang sama diberikan di sini.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Mencari</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>Memberi label</translation>
    </message>
    <message>
        <source>All of these places carry this label already.</source>
        <translation>Semua tempat ini sudah membawa label itu.</translation>
    </message>
    <message>
        <source>Labelled. Places: %1, articles: %2.</source>
        <translation>Label diberikan. Tempat: %1, artikel: %2.</translation>
    </message>
    <message>
        <source>The last labelling of several articles still stands. Articles: %1.</source>
        <translation>Pelabelan terakhir pada beberapa artikel masih berlaku. Artikel: %1.</translation>
    </message>
    <message>
        <source>Taken back. Articles: %1.</source>
        <translation>Dibatalkan. Artikel: %1.</translation>
    </message>
    <message>
        <source>There is no labelling of several articles to take back.</source>
        <translation>Tidak ada pelabelan beberapa artikel yang dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation>Batalkan semuanya</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Membatalkan</translation>
    </message>
    <message>
        <source>Left as they are, because something was changed there since: %1</source>
        <translation>Dibiarkan apa adanya karena sesudah itu ada yang diubah di sana: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Dihentikan. Tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save this search</source>
        <translation>Simpan pencarian ini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>A search of this name is there already and will be replaced.</source>
        <translation>Pencarian dengan nama ini sudah ada dan akan diganti.</translation>
    </message>
</context>
<context>
    <name>SavedMenu</name>
    <message>
        <source>Save this search…</source>
        <translation>Simpan pencarian ini…</translation>
    </message>
    <message>
        <source>Rename or remove…</source>
        <translation>Ganti nama atau hapus…</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Pencarian tersimpan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Ganti nama (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>SchemeDialog</name>
    <message>
        <source>Label scheme of %1</source>
        <translation>Skema label %1</translation>
    </message>
    <message>
        <source>%1 %2 from a file: %3</source>
        <translation>%1 %2 dari berkas: %3</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 perbedaan</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 perbedaan</translation>
    </message>
    <message>
        <source>The file holds the scheme that is in force already.</source>
        <translation>Berkas itu memuat skema yang sudah berlaku.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Menghitung</translation>
    </message>
    <message>
        <source>Changing the scheme</source>
        <translation>Mengubah skema</translation>
    </message>
    <message>
        <source>Version %1 of the scheme is in force.</source>
        <translation>Skema versi %1 berlaku.</translation>
    </message>
    <message>
        <source>No annotation changed.</source>
        <translation>Tidak ada anotasi yang berubah.</translation>
    </message>
    <message>
        <source>Take the last change back…</source>
        <translation>Batalkan perubahan terakhir…</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Batalkan perubahan terakhir</translation>
    </message>
    <message>
        <source>The scheme becomes what it was before, and so do the annotations that the change mapped. Changes you have not applied are lost.</source>
        <translation>Skema kembali seperti sebelumnya, begitu pula anotasi yang dipetakan perubahan itu. Perubahan yang belum diterapkan akan hilang.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Taking the change back</source>
        <translation>Membatalkan perubahan</translation>
    </message>
    <message>
        <source>The change was taken back: version %1 of the scheme is in force again.</source>
        <translation>Perubahan dibatalkan: skema versi %1 berlaku lagi.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Dihentikan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Changes that were not applied: %1.</source>
        <translation>Perubahan yang belum diterapkan: %1.</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Lanjutkan mengubah</translation>
    </message>
</context>
<context>
    <name>SchemeFaults</name>
    <message>
        <source>no JSON: %1</source>
        <translation>bukan JSON: %1</translation>
    </message>
    <message>
        <source>no text in UTF-8</source>
        <translation>bukan teks UTF-8</translation>
    </message>
    <message>
        <source>a lone surrogate</source>
        <translation>surrogate tunggal</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>karakter NUL</translation>
    </message>
    <message>
        <source>a scheme is a JSON object</source>
        <translation>skema harus berupa objek JSON</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>seharusnya berupa daftar</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>seharusnya berupa objek</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 harus berupa teks</translation>
    </message>
    <message>
        <source>%1 must be a list of texts</source>
        <translation>%1 harus berupa daftar teks</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 harus true atau false</translation>
    </message>
    <message>
        <source>%1 must be a colour like #B3DDF5</source>
        <translation>%1 harus berupa warna seperti #B3DDF5</translation>
    </message>
    <message>
        <source>kind must be one of %1</source>
        <translation>kind harus salah satu dari %1</translation>
    </message>
    <message>
        <source>at least one group is needed</source>
        <translation>perlu paling sedikit satu kelompok</translation>
    </message>
    <message>
        <source>the id %1 stands twice: it is that of %2 already</source>
        <translation>id %1 ada dua kali: sudah dipakai %2</translation>
    </message>
    <message>
        <source>the key %1 is taken twice in group %2: by label %3 and by label %4</source>
        <translation>tombol %1 dipakai dua kali dalam kelompok %2: oleh label %3 dan label %4</translation>
    </message>
    <message>
        <source>the key %1 is taken twice: by group %2 and by group %3</source>
        <translation>tombol %1 dipakai dua kali: oleh kelompok %2 dan kelompok %3</translation>
    </message>
    <message>
        <source>the key %1 is taken twice: by %2 and by %3</source>
        <translation>tombol %1 dipakai dua kali: oleh %2 dan oleh %3</translation>
    </message>
    <message>
        <source>%1 names group %2, which is not declared</source>
        <translation>%1 menyebut kelompok %2, yang tidak ada</translation>
    </message>
    <message>
        <source>%1 names label %2, which is not declared</source>
        <translation>%1 menyebut label %2, yang tidak ada</translation>
    </message>
    <message>
        <source>%1 names attribute %2, which is not declared</source>
        <translation>%1 menyebut atribut %2, yang tidak ada</translation>
    </message>
    <message>
        <source>%1 names relation %2, which is not declared</source>
        <translation>%1 menyebut hubungan %2, yang tidak ada</translation>
    </message>
    <message>
        <source>label %1 is of no group in applies</source>
        <translation>label %1 tidak termasuk kelompok dalam applies</translation>
    </message>
    <message>
        <source>group %1 is for articles, relations link spans</source>
        <translation>kelompok %1 untuk artikel, sedangkan hubungan menautkan span</translation>
    </message>
    <message>
        <source>for must be span or document</source>
        <translation>for harus span atau document</translation>
    </message>
    <message>
        <source>there is no %1</source>
        <translation>%1 tidak ada</translation>
    </message>
    <message>
        <source>the default is no value of the attribute</source>
        <translation>nilai bawaan bukan nilai atribut itu</translation>
    </message>
    <message>
        <source>group %1 (%2)</source>
        <translation>kelompok %1 (%2)</translation>
    </message>
    <message>
        <source>label %1 (%2)</source>
        <translation>label %1 (%2)</translation>
    </message>
    <message>
        <source>the action “%1”</source>
        <translation>perintah “%1”</translation>
    </message>
    <message>
        <source>%1 names value %2, which is not declared</source>
        <translation>%1 menyebut nilai %2, yang tidak ada</translation>
    </message>
    <message>
        <source>meaning must be a whole number from 1</source>
        <translation>meaning harus berupa bilangan bulat mulai dari 1</translation>
    </message>
    <message>
        <source>%1 must be a value or a list of values</source>
        <translation>%1 harus berupa nilai atau daftar nilai</translation>
    </message>
    <message>
        <source>%1 is or was used, so it cannot go: retire it or map it to another</source>
        <translation>%1 sedang atau pernah dipakai, jadi tidak dapat dihapus: pensiunkan atau petakan ke yang lain</translation>
    </message>
</context>
<context>
    <name>SchemeFeature</name>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Proyek dibuka hanya untuk dibaca.</translation>
    </message>
</context>
<context>
    <name>SchemeFields</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Version of the guideline</source>
        <translation>Versi pedoman</translation>
    </message>
    <message>
        <source>Name, Indonesian</source>
        <translation>Nama, Indonesia</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>Nama, Inggris</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Colour behind text</source>
        <translation>Warna latar teks</translation>
    </message>
    <message>
        <source>Colour of lines</source>
        <translation>Warna garis</translation>
    </message>
    <message>
        <source>Labels for</source>
        <translation>Label untuk</translation>
    </message>
    <message>
        <source>Definition, Indonesian</source>
        <translation>Definisi, Indonesia</translation>
    </message>
    <message>
        <source>Definition, English</source>
        <translation>Definisi, Inggris</translation>
    </message>
    <message>
        <source>When, Indonesian</source>
        <translation>Kapan, Indonesia</translation>
    </message>
    <message>
        <source>When, English</source>
        <translation>Kapan, Inggris</translation>
    </message>
    <message>
        <source>When not, Indonesian</source>
        <translation>Kapan tidak, Indonesia</translation>
    </message>
    <message>
        <source>When not, English</source>
        <translation>Kapan tidak, Inggris</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Dasar hukum</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>For the labels of</source>
        <translation>Untuk label dari</translation>
    </message>
    <message>
        <source>Required for</source>
        <translation>Wajib untuk</translation>
    </message>
    <message>
        <source>Only for these labels</source>
        <translation>Hanya untuk label ini</translation>
    </message>
    <message>
        <source>For relations</source>
        <translation>Untuk hubungan</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Nilai bawaan</translation>
    </message>
    <message>
        <source>Line under the span</source>
        <translation>Garis di bawah span</translation>
    </message>
    <message>
        <source>Cue words</source>
        <translation>Kata penanda</translation>
    </message>
    <message>
        <source>From spans of</source>
        <translation>Dari span</translation>
    </message>
    <message>
        <source>To spans of</source>
        <translation>Ke span</translation>
    </message>
    <message>
        <source>Only to these labels</source>
        <translation>Hanya ke label ini</translation>
    </message>
    <message>
        <source>Both ends in one group</source>
        <translation>Kedua ujung dalam satu kelompok</translation>
    </message>
    <message>
        <source>Shows attributes of its source</source>
        <translation>Menampilkan atribut asalnya</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Dipensiunkan</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Makna</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Contoh-contoh</translation>
    </message>
</context>
<context>
    <name>SchemeFiles</name>
    <message>
        <source>Load another label scheme</source>
        <translation>Muat skema label lain</translation>
    </message>
    <message>
        <source>Export the label scheme</source>
        <translation>Ekspor skema label</translation>
    </message>
    <message>
        <source>This scheme cannot be used; the project keeps its own</source>
        <translation>Skema ini tidak dapat dipakai; proyek tetap memakai skemanya sendiri</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Apa yang salah</translation>
    </message>
    <message>
        <source>Label schemes</source>
        <translation>Skema label</translation>
    </message>
</context>
<context>
    <name>SchemeForms</name>
    <message>
        <source>one of its values</source>
        <translation>salah satu nilainya</translation>
    </message>
    <message>
        <source>several of its values</source>
        <translation>beberapa nilainya</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ya atau tidak</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>number</source>
        <translation>angka</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>span</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikel</translation>
    </message>
</context>
<context>
    <name>SchemeWords</name>
    <message>
        <source>scheme</source>
        <translation>skema</translation>
    </message>
    <message>
        <source>group</source>
        <translation>kelompok</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>atribut</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>hubungan</translation>
    </message>
    <message>
        <source>value</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>tidak dipakai</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 span</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 hubungan</translation>
    </message>
    <message>
        <source>%1 relations</source>
        <translation>%1 hubungan</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 anotasi</translation>
    </message>
    <message>
        <source>%1 annotations</source>
        <translation>%1 anotasi</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 artikel</translation>
    </message>
    <message>
        <source>1 annotator</source>
        <translation>1 anotator</translation>
    </message>
    <message>
        <source>%1 annotators</source>
        <translation>%1 anotator</translation>
    </message>
    <message>
        <source>%1 in %2 by %3</source>
        <translation>%1 dalam %2 oleh %3</translation>
    </message>
    <message>
        <source>New %1: %2</source>
        <translation>%1 baru: %2</translation>
    </message>
    <message>
        <source>%1 is taken away</source>
        <translation>%1 dihapus dari anotasi</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 menjadi %2</translation>
    </message>
    <message>
        <source>%1 moves</source>
        <translation>%1 dipindah</translation>
    </message>
    <message>
        <source>%2 goes (%1)</source>
        <translation>%2 dihapus (%1)</translation>
    </message>
    <message>
        <source>%1 is retired</source>
        <translation>%1 dipensiunkan</translation>
    </message>
    <message>
        <source>%1 is used again</source>
        <translation>%1 dipakai lagi</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Skema</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>Get another label: %1</source>
        <translation>Mendapat label lain: %1</translation>
    </message>
    <message>
        <source>Attribute values that become others: %1</source>
        <translation>Nilai atribut yang menjadi nilai lain: %1</translation>
    </message>
    <message>
        <source>Relations that become others: %1</source>
        <translation>Hubungan yang menjadi hubungan lain: %1</translation>
    </message>
    <message>
        <source>Say the same as another one then, and are joined to it: %1</source>
        <translation>Menjadi sama dengan yang lain dan digabungkan: %1</translation>
    </message>
    <message>
        <source>Attribute values that the new label cannot carry, lost: %1</source>
        <translation>Nilai atribut yang tidak dapat dibawa label baru, hilang: %1</translation>
    </message>
    <message>
        <source>Relations that are removed: %1</source>
        <translation>Hubungan yang dihapus: %1</translation>
    </message>
    <message>
        <source>Relations that stay although they are forbidden then: %1</source>
        <translation>Hubungan yang tetap ada walaupun kemudian dilarang: %1</translation>
    </message>
    <message>
        <source>Cannot be mapped, because it does not fit, and stay: %1</source>
        <translation>Tidak dapat dipetakan karena tidak cocok, tetap seperti semula: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Preparing the search</source>
        <translation>Menyiapkan pencarian</translation>
    </message>
    <message>
        <source>in 1 article</source>
        <translation>di 1 artikel</translation>
    </message>
    <message>
        <source>in %1 articles</source>
        <translation>di %1 artikel</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 artikel</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 span</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 tempat</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 tempat</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>ditampilkan %1 yang pertama</translation>
    </message>
    <message>
        <source>Nothing is called “%1”: that cannot be searched for.</source>
        <translation>Tidak ada yang bernama “%1”; itu tidak dapat dicari.</translation>
    </message>
    <message>
        <source>%1 has no value called “%2”.</source>
        <translation>%1 tidak punya nilai bernama “%2”.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Order of the results</source>
        <translation>Urutan hasil</translation>
    </message>
    <message>
        <source>Choose labels and values</source>
        <translation>Pilih label dan nilai</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Pencarian tersimpan</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Find articles by words</source>
        <translation>Temukan artikel lewat kata</translation>
    </message>
    <message>
        <source>In context</source>
        <translation>Dalam konteks</translation>
    </message>
    <message>
        <source>Each place in one line</source>
        <translation>Setiap tempat satu baris</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Find spans by label, value, person</source>
        <translation>Temukan span lewat label, nilai, orang</translation>
    </message>
    <message>
        <source>Words are looked for in the spans. Narrow them by what is said about them: label:…  by:…  status:…  has:…  without:…  factuality:… – or choose with the button above.</source>
        <translation>Kata dicari di dalam span. Persempit dengan yang dikatakan tentangnya: label:…  oleh:…  status:…  ada:…  tanpa:…  faktualitas:… – atau pilih lewat tombol di atas.</translation>
    </message>
    <message>
        <source>An article must have all the words.
“two words”   in a row
word*   all that begin so
one OR other   either
-word   articles without it</source>
        <translation>Artikel harus memuat semua kata.
“dua kata”   berurutan
kata*   semua yang berawal begitu
satu ATAU lain   salah satunya
-kata   artikel tanpa kata itu</translation>
    </message>
    <message>
        <source>Words in spans, label:…</source>
        <translation>Kata dalam span, label:…</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>Cari di semua artikel…</translation>
    </message>
    <message>
        <source>by article</source>
        <translation>menurut artikel</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>kata sebelum</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>kata sesudah</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>terbaik dulu</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Nothing was found.</source>
        <translation>Tidak ada yang ditemukan.</translation>
    </message>
</context>
<context>
    <name>SkipWords</name>
    <message>
        <source>it is empty</source>
        <translation>berkas kosong</translation>
    </message>
    <message>
        <source>the project has this text already</source>
        <translation>teks ini sudah ada dalam proyek</translation>
    </message>
    <message>
        <source>it holds NUL characters, so it is no text</source>
        <translation>berisi karakter NUL, jadi bukan teks</translation>
    </message>
    <message>
        <source>it is no text file</source>
        <translation>bukan berkas teks</translation>
    </message>
    <message>
        <source>it holds broken characters (lone surrogates)</source>
        <translation>berisi karakter rusak (surrogate tunggal)</translation>
    </message>
    <message>
        <source>it could not be read</source>
        <translation>tidak dapat dibaca</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>terlalu besar</translation>
    </message>
    <message>
        <source>hidden files are left out</source>
        <translation>berkas tersembunyi tidak diambil</translation>
    </message>
    <message>
        <source>its format is not known</source>
        <translation>formatnya tidak dikenal</translation>
    </message>
    <message>
        <source>the project holds something else under the same id</source>
        <translation>proyek menyimpan hal lain dengan id yang sama</translation>
    </message>
    <message>
        <source>it lies outside the text</source>
        <translation>berada di luar teks</translation>
    </message>
    <message>
        <source>the scheme has no such label</source>
        <translation>skema tidak memiliki label itu</translation>
    </message>
    <message>
        <source>the label does not take this attribute</source>
        <translation>label tidak memakai atribut ini</translation>
    </message>
    <message>
        <source>the attribute does not take this value</source>
        <translation>atribut tidak menerima nilai ini</translation>
    </message>
    <message>
        <source>the scheme has no such relation</source>
        <translation>skema tidak memiliki hubungan itu</translation>
    </message>
    <message>
        <source>the scheme does not allow this relation between these labels</source>
        <translation>skema tidak mengizinkan hubungan ini di antara label-label itu</translation>
    </message>
    <message>
        <source>a span it links is missing</source>
        <translation>salah satu span yang dihubungkan tidak ada</translation>
    </message>
    <message>
        <source>the same is said there already</source>
        <translation>hal yang sama sudah ada di sana</translation>
    </message>
    <message>
        <source>the project keeps its own status</source>
        <translation>status dalam proyek dipertahankan</translation>
    </message>
    <message>
        <source>the project keeps what it says about this text</source>
        <translation>keterangan teks ini dalam proyek dipertahankan</translation>
    </message>
    <message>
        <source>left out as chosen: the label</source>
        <translation>ditinggalkan sesuai pilihan: label</translation>
    </message>
    <message>
        <source>left out with a span that it links</source>
        <translation>ikut ditinggalkan bersama span yang dihubungkannya</translation>
    </message>
    <message>
        <source>left out as chosen: the attribute</source>
        <translation>ditinggalkan sesuai pilihan: atribut</translation>
    </message>
    <message>
        <source>left out as chosen: the value</source>
        <translation>ditinggalkan sesuai pilihan: nilai</translation>
    </message>
    <message>
        <source>nobody is named as annotator</source>
        <translation>anotator belum disebut</translation>
    </message>
    <message>
        <source>the label is for whole articles</source>
        <translation>label itu untuk seluruh artikel</translation>
    </message>
    <message>
        <source>the label is for words of the text</source>
        <translation>label itu untuk kata-kata dalam teks</translation>
    </message>
    <message>
        <source>the project keeps when its spans were looked at and what was waived</source>
        <translation>proyek mempertahankan kapan span-nya dilihat dan apa yang dikesampingkan</translation>
    </message>
    <message>
        <source>which of its columns is the text cannot be told</source>
        <translation>tidak jelas kolom mana yang berisi teks</translation>
    </message>
    <message>
        <source>it has no such column</source>
        <translation>kolom seperti itu tidak ada</translation>
    </message>
    <message>
        <source>there is no row below the names of its columns</source>
        <translation>tidak ada baris di bawah nama kolomnya</translation>
    </message>
    <message>
        <source>the row has no text in this column</source>
        <translation>kolom ini tidak berisi teks pada baris itu</translation>
    </message>
    <message>
        <source>this column holds no text but a list or something nested</source>
        <translation>kolom ini bukan berisi teks, melainkan daftar atau susunan lain</translation>
    </message>
    <message>
        <source>it holds bytes that are no text</source>
        <translation>ada bita yang bukan teks</translation>
    </message>
    <message>
        <source>the row has another number of cells than the table</source>
        <translation>jumlah sel baris ini berbeda dari tabelnya</translation>
    </message>
    <message>
        <source>quotes are broken; lines that were not read</source>
        <translation>tanda kutipnya rusak; baris yang tidak dibaca</translation>
    </message>
    <message>
        <source>a quote is never closed; lines that were not read</source>
        <translation>ada tanda kutip yang tidak ditutup; baris yang tidak dibaca</translation>
    </message>
    <message>
        <source>the row is too long, perhaps because of an open quote; lines that were not read</source>
        <translation>barisnya terlalu panjang, mungkin karena tanda kutip tidak ditutup; baris yang tidak dibaca</translation>
    </message>
    <message>
        <source>a cell holds what looks like other rows: a quote may be open</source>
        <translation>sebuah sel berisi hal yang tampak seperti baris lain: mungkin ada tanda kutip yang tidak ditutup</translation>
    </message>
    <message>
        <source>cells are missing at the end of the row</source>
        <translation>sel di akhir baris kurang</translation>
    </message>
    <message>
        <source>there is HTML in the text; it is in as it stands</source>
        <translation>ada HTML dalam teksnya; dimasukkan apa adanya</translation>
    </message>
    <message>
        <source>the text was a list of paragraphs; they were joined by line ends</source>
        <translation>teksnya berupa daftar paragraf; disambung dengan akhir baris</translation>
    </message>
    <message>
        <source>what stands in this column is not kept: it is too long or no text</source>
        <translation>isi kolom ini tidak disimpan: terlalu panjang atau bukan teks</translation>
    </message>
    <message>
        <source>this column looks like annotations of another tool; it is only kept as it stands</source>
        <translation>kolom ini tampak seperti anotasi dari alat lain; hanya disimpan apa adanya</translation>
    </message>
    <message>
        <source>another sheet was left out</source>
        <translation>lembar lain dilewati</translation>
    </message>
    <message>
        <source>rows above the table were left out</source>
        <translation>baris di atas tabel dilewati</translation>
    </message>
    <message>
        <source>a formula has no computed value</source>
        <translation>sebuah rumus tidak punya nilai hasil</translation>
    </message>
    <message>
        <source>a cell holds an error of the spreadsheet</source>
        <translation>sebuah sel berisi galat lembar sebar</translation>
    </message>
    <message>
        <source>the text of a cell is missing in the file</source>
        <translation>teks sebuah sel tidak ada dalam berkas</translation>
    </message>
    <message>
        <source>it is a broken or truncated archive</source>
        <translation>arsipnya rusak atau terpotong</translation>
    </message>
    <message>
        <source>it is broken in the archive</source>
        <translation>berkas ini rusak di dalam arsip</translation>
    </message>
    <message>
        <source>archives inside archives are not opened</source>
        <translation>arsip di dalam arsip tidak dibuka</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>ini tautan</translation>
    </message>
    <message>
        <source>it is protected by a password</source>
        <translation>dilindungi kata sandi</translation>
    </message>
    <message>
        <source>its name leads out of the archive</source>
        <translation>namanya menunjuk ke luar arsip</translation>
    </message>
    <message>
        <source>its name is too long or holds control characters</source>
        <translation>namanya terlalu panjang atau berisi karakter kendali</translation>
    </message>
    <message>
        <source>the archive names it twice</source>
        <translation>arsip menyebutnya dua kali</translation>
    </message>
    <message>
        <source>it holds too many files</source>
        <translation>berkas di dalamnya terlalu banyak</translation>
    </message>
    <message>
        <source>it unpacks to too much</source>
        <translation>isinya terlalu besar bila dibuka</translation>
    </message>
    <message>
        <source>as articles only .txt, .text and .md are taken from folders</source>
        <translation>dari folder, sebagai artikel hanya .txt, .text, dan .md yang diambil</translation>
    </message>
    <message>
        <source>it is a device or a pipe and no file</source>
        <translation>ini perangkat atau pipa, bukan berkas</translation>
    </message>
    <message>
        <source>it is the project itself</source>
        <translation>ini proyek itu sendiri</translation>
    </message>
    <message>
        <source>it is about the files; name it by itself to read it</source>
        <translation>isinya tentang berkas-berkas itu; sebutkan sendiri bila ingin dibaca</translation>
    </message>
    <message>
        <source>the reader failed</source>
        <translation>pembacanya gagal</translation>
    </message>
    <message>
        <source>the encoding was guessed</source>
        <translation>pengodeannya ditebak</translation>
    </message>
    <message>
        <source>no article was found on the page: all its words are in</source>
        <translation>artikel tidak ditemukan di halaman ini: semua katanya dimasukkan</translation>
    </message>
</context>
<context>
    <name>SpanForm</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Anotator</translation>
    </message>
    <message>
        <source>Status of the article</source>
        <translation>Status artikel</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>any</source>
        <translation>semua</translation>
    </message>
    <message>
        <source>with: %1</source>
        <translation>dengan: %1</translation>
    </message>
    <message>
        <source>without: %1</source>
        <translation>tanpa: %1</translation>
    </message>
    <message>
        <source>some value</source>
        <translation>ada nilainya</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>tanpa nilai</translation>
    </message>
</context>
<context>
    <name>SpanWords</name>
    <message>
        <source>incomplete</source>
        <translation>belum lengkap</translation>
    </message>
    <message>
        <source>in two parts</source>
        <translation>dalam dua bagian</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>dalam %1 bagian</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Kembali</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Selesai</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Lanjut</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Langkah %1 dari %2</translation>
    </message>
</context>
<context>
    <name>StepTitles</name>
    <message>
        <source>Undo: %1</source>
        <translation>Urungkan: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Ulangi: %1</translation>
    </message>
</context>
<context>
    <name>StickyLabel</name>
    <message>
        <source>Label something first, or click a span.</source>
        <translation>Beri label dahulu, atau klik sebuah span.</translation>
    </message>
    <message>
        <source>No label stays any more.</source>
        <translation>Tidak ada lagi label tetap.</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 tetap</translation>
    </message>
    <message>
        <source>Esc twice or ⇧L ends it</source>
        <translation>Esc dua kali atau ⇧L mengakhiri</translation>
    </message>
    <message>
        <source>Whatever you select now becomes %1, until Esc twice or Shift+L.</source>
        <translation>Semua yang dipilih sekarang menjadi %1, sampai Esc dua kali atau Shift+L.</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Light colours</source>
        <translation>Warna terang</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Warna gelap</translation>
    </message>
    <message>
        <source>Who annotates?</source>
        <translation>Siapa anotatornya?</translation>
    </message>
    <message>
        <source>Change who annotates</source>
        <translation>Ganti anotator</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>Search: name, code, key or id</source>
        <translation>Cari: nama, kode, tombol, atau id</translation>
    </message>
    <message>
        <source>Entries of the scheme</source>
        <translation>Isi skema</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Skema</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Hubungan</translation>
    </message>
</context>
<context>
    <name>TwinRows</name>
    <message>
        <source>not in this article</source>
        <translation>tidak ada di artikel ini</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>dicentang</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>dilewati</translation>
    </message>
</context>
<context>
    <name>TwinsDialog</name>
    <message>
        <source>Reprints of this article</source>
        <translation>Artikel kembar</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>Artikel kembar</translation>
    </message>
    <message>
        <source>What can be taken over</source>
        <translation>Yang dapat disalin</translation>
    </message>
    <message>
        <source>Take over what is ticked</source>
        <translation>Salin yang dicentang</translation>
    </message>
    <message>
        <source>Open the reprint</source>
        <translation>Buka artikel kembar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>These articles tell the same story, at least half of it in the same words. What you labelled in one of them can be taken over where the same words stand here.</source>
        <translation>Artikel-artikel ini memuat berita yang sama, setidaknya separuhnya dengan kata-kata yang sama. Yang telah Anda beri label di salah satunya dapat disalin bila kata-kata yang sama ada di sini.</translation>
    </message>
    <message>
        <source>Space: tick · Return: take over · Ctrl+Return: open the reprint · Esc: close</source>
        <translation>Spasi: centang · Enter: salin · Ctrl+Enter: buka artikel kembar · Esc: tutup</translation>
    </message>
    <message>
        <source>You labelled nothing in it that is not here already.</source>
        <translation>Semua label Anda di sana sudah ada di sini, atau belum ada label sama sekali.</translation>
    </message>
    <message>
        <source>%1 of %2 spans ticked; %3 have no such words here</source>
        <translation>%1 dari %2 span dicentang; %3 tidak ada padanannya di sini</translation>
    </message>
</context>
<context>
    <name>UsesCount</name>
    <message>
        <source>Counting uses</source>
        <translation>Menghitung pemakaian</translation>
    </message>
</context>
<context>
    <name>VanishingDialog</name>
    <message>
        <source>What the other scheme lacks and this project uses</source>
        <translation>Yang dipakai proyek ini dan tidak ada dalam skema yang lain</translation>
    </message>
    <message>
        <source>Nothing that is used vanishes. It comes along and is no longer offered, or it is mapped to something the other scheme has.</source>
        <translation>Yang dipakai tidak akan hilang: tetap dibawa tetapi tidak ditawarkan lagi, atau dipetakan ke sesuatu dalam skema yang lain itu.</translation>
    </message>
    <message>
        <source>Keep, no longer offered</source>
        <translation>Simpan, tidak ditawarkan lagi</translation>
    </message>
    <message>
        <source>Map to: %1</source>
        <translation>Petakan ke: %1</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Turn election news into training data: mark actors, actions and violations, say how certain each one is, and export a dataset. Everything stays on this computer.</source>
        <translation>Ubah berita pemilihan menjadi data latih: tandai aktor, tindakan, dan pelanggaran, nyatakan seberapa pasti masing-masing, lalu ekspor himpunan datanya. Semuanya tetap di komputer ini.</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Buka proyek contoh</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyek baru…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Buka proyek…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Terakhir dibuka</translation>
    </message>
</context>
<context>
    <name>WordHintsFeature</name>
    <message>
        <source>Hints stay on</source>
        <translation>Huruf tetap menyala</translation>
    </message>
    <message>
        <source>Esc or ⇧F ends it</source>
        <translation>Esc atau ⇧F mengakhiri</translation>
    </message>
    <message>
        <source>Hints stay on until Esc or Shift+F.</source>
        <translation>Huruf di atas kata tetap menyala sampai Esc atau Shift+F.</translation>
    </message>
    <message>
        <source>There are no words in sight.</source>
        <translation>Tidak ada kata yang terlihat.</translation>
    </message>
    <message>
        <source>Hints over the words: type the letters of the first word, then of the last; the same twice is one word.</source>
        <translation>Huruf di atas kata: ketik huruf kata pertama, lalu kata terakhir; huruf yang sama dua kali berarti satu kata.</translation>
    </message>
    <message>
        <source>No word has these letters.</source>
        <translation>Tidak ada kata dengan huruf ini.</translation>
    </message>
    <message>
        <source>Now the last word; Space: this word only.</source>
        <translation>Sekarang kata terakhir; Spasi: kata ini saja.</translation>
    </message>
</context>
<context>
    <name>WorkFeature</name>
    <message>
        <source>Active time is measured.</source>
        <translation>Waktu aktif diukur.</translation>
    </message>
    <message>
        <source>Active time is no longer measured.</source>
        <translation>Waktu aktif tidak lagi diukur.</translation>
    </message>
    <message>
        <source>active %1 on this article</source>
        <translation>aktif %1 di artikel ini</translation>
    </message>
    <message>
        <source>active %1 on this article · paused</source>
        <translation>aktif %1 di artikel ini · jeda</translation>
    </message>
    <message>
        <source>±%1 left</source>
        <translation>±%1 lagi</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <source>%1, required</source>
        <translation>%1, wajib</translation>
    </message>
</context>
</TS>
