import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChanges } from '#core/diff/describeChanges.ts';
import { diffProcedures, isEmptyDiff } from '#core/diff/diffProcedures.ts';
import { countChanges, listChanges } from '#core/diff/listChanges.ts';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { afterMeeting } from '#tests/support/afterMeeting.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExample } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('describeChanges', () => {
  it('tells what a meeting changed', () => {
    const before = readExample('permohonan-informasi-publik');

    expect(describeChanges(listChanges(before, afterMeeting(before)))).toBe(
      [
        'Identitas',
        '  ~ Nama SOP: Pelayanan [-Permohonan -]Informasi Publik',
        '  ~ Tanggal revisi: - → 25 November 2026',
        '  ~ Tanggal efektif: 17 Februari 2025 → 1 Desember 2026',
        '  ~ Dasar hukum',
        '    ~ 5. Keputusan KPU Nomor [-88/Kpts/KPU/-]{+12 +}Tahun [-2015-]{+2024+} tentang SOP Pengelolaan dan Pelayanan Informasi Publik di Lingkungan KPU',
        '  ~ Kualifikasi pelaksana',
        '    ↕ 1. Mampu mengoperasikan komputer (semula 4)',
        '  ~ Peralatan/perlengkapan',
        '    − 5. Printer',
        '    + 5. Aplikasi e-PPID',
        '',
        'Pelaksana',
        '  ~ Kolom 2: Petugas [-Desk Pelayanan-]{+Layanan Informasi+}',
        '  ↕ Kolom 4: Atasan PPID (semula 5)',
        '',
        'Langkah',
        '  ~ 2. Memeriksa kelengkapan [-permohonan-]{+berkas dan identitas pemohon+}',
        '      Waktu: [-5-]{+10+} menit',
        '  ↕ 3. Menyerahkan tanda bukti permohonan kepada pemohon (semula 4)',
        '  ~ 5. Memeriksa ketersediaan informasi pada desk pelayanan',
        '      ~ Panah “[-Ya-]{+Ya, langsung diberikan+}” ke langkah 10',
        '  ~ 6. Meneruskan permohonan kepada PPID',
        '      Waktu: [-1 hari kerja-]{+2 jam+}',
        '      Keterangan: {+Lewat e-PPID+}',
        '  ~ 7. Memeriksa penguasaan dan klasifikasi informasi',
        '      ~ Panah “Tidak” ke langkah 10, semula ke langkah 9',
        '  ~ 8. Menyiapkan bahan informasi',
        '      ~ Panah ke langkah 10, semula ke langkah 9 (lama)',
        '  − 9 (lama). Memverifikasi bahan informasi',
        '  ~ 9. Menyusun surat pemberitahuan tertulis',
        '      Bentuk: kotak → belah ketupat',
        '  ~ 10. Menyampaikan informasi atau pemberitahuan tertulis kepada pemohon',
        '      Keterangan: Dapat diperpanjang 7 hari kerja [-disertai-]{+dengan+} alasan{+ tertulis+}; [-tidak dipungut biaya-]{+gratis+}',
        '  ~ 12. Menanggapi keberatan pemohon',
        '      Pelaksana: Atasan PPID → PPID',
        '  ~ 13. Menyampaikan tanggapan keberatan kepada pemohon',
        '      ~ Panah ke langkah 14, semula ke langkah 15',
        '  + 14. Mengisi survei kepuasan layanan',
        '      Waktu: 5 menit',
        '      Output: Survei terisi',
        '      + Simbol: kotak Pemohon Informasi',
        '      + Panah ke langkah 15',
        '',
        'Pengaturan halaman',
        '  ~ Ukuran kertas: bawaan → F4',
        '  ~ Jawaban keputusan: bawaan → Y/T',
        '',
        '22 perubahan',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, readonly Edit[], readonly string[]]>([
    [
      'a symbol that went to another step',
      [{ type: 'moveSymbol', symbol: 's3', step: 'check', actor: 'staff' }],
      [
        '  ~ 2. Memeriksa surat',
        '      Simbol kotak Staf pindah dari langkah 3',
        '      Pelaksana kotak Staf: Sekretaris → Staf',
      ],
    ],
    [
      'a second symbol and boxes that are done together',
      [
        {
          type: 'addSymbol',
          step: 'sign',
          symbol: { id: 'new', actor: 'head', kind: 'process', text: 'Paraf' },
        },
        { type: 'setJoint', step: 'sign', joint: true },
      ],
      [
        '  ~ 3. Menandatangani',
        '      Kini dikerjakan bersama',
        '      + Simbol: kotak Kasubag, “Paraf”',
      ],
    ],
    [
      'an arrow turned round',
      [{ type: 'reverseFlow', flow: 'f4' }],
      ['  ~ 4. Mengarsipkan', '      ~ Panah ke langkah 3, dibalik arahnya'],
    ],
    [
      'the way of an arrow',
      [{ type: 'tidyRoutes' }],
      ['  ~ 2. Memeriksa surat', '      ~ Panah “Tidak” ke langkah 1, jalurnya diubah'],
    ],
    [
      'a removed actor',
      [{ type: 'removeActor', actor: 'secretary' }],
      [
        '  − Kolom 3: Sekretaris',
        '  ~ 2. Memeriksa surat',
        '      ~ Panah “Ya” ke langkah 4, semula ke langkah 3',
        '  ~ 3. Menandatangani',
        '      − Simbol: kotak Sekretaris',
        '      − Panah ke langkah 4',
      ],
    ],
    [
      'a group',
      [{ type: 'groupActors', actors: ['head', 'secretary'], group: 'Pimpinan' }],
      [
        '  ~ Kolom 2: Kasubag',
        '    Kelompok: [-Sekretariat-]{+Pimpinan+}',
        '  ~ Kolom 3: Sekretaris',
        '    Kelompok: {+Pimpinan+}',
      ],
    ],
  ])('tells of %s', (_, edits, told) => {
    const before = smallProcedure();

    const text = describeChanges(listChanges(before, edited(before, edits)));

    expect(text.split('\n').filter((line) => line.startsWith('  '))).toEqual(told);
  });

  it('says so when nothing differs, or only how the file is written', () => {
    const before = smallProcedure();
    const flows = before.flows.toReversed();

    expect(describeChanges(listChanges(before, before))).toBe('Tidak ada perbedaan.\n');
    expect(describeChanges(listChanges(before, { ...before, flows }))).toBe(
      'Isi SOP sama; berkasnya hanya ditulis berbeda (id atau urutan panah).\n',
    );
  });
});

describe('listChanges', () => {
  it('lists the way between any two procedures, and nothing only where nothing can be seen', () => {
    const bounds = { steps: { most: 8 }, actors: { most: 5 } };
    fc.assert(
      fc.property(
        arbitraryProcedure(bounds),
        arbitraryProcedure(bounds),
        fc.boolean(),
        (before, other, hasOtherIds) => {
          const after = hasOtherIds ? withOtherIds(other) : other;

          const list = listChanges(before, after);

          const isSame = isEmptyDiff(diffProcedures(before, after));
          expect(countChanges(list) === 0).toBe(isSame || list.isOnlyWriting);
          for (const { signs } of [...list.steps, ...list.actors])
            expect(signs.length).toBeGreaterThan(0);
          expect(describeChanges(list)).not.toMatch(/undefined|null|NaN/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not tell an empty text from an absent one', () => {
    const before = smallProcedure();
    const flows = before.flows.map((flow) => ({ label: '', ...flow }));

    expect(listChanges(before, { ...before, flows, settings: {} })).toEqual({
      identity: [],
      actors: [],
      steps: [],
      settings: [],
      isOnlyWriting: true,
    });
  });

  it('puts a new line of a text on the same line', () => {
    const before = smallProcedure();
    const identity = { ...before.identity, number: '12/OT.02/2026\r\n13' };

    expect(describeChanges(listChanges(before, { ...before, identity }))).toContain(
      '  ~ Nomor SOP: 12/OT.02/2026{+ ⏎ 13+}\n',
    );
  });
});

function withOtherIds(procedure: Procedure): Procedure {
  const text = JSON.stringify(toProcedureFile(procedure));
  const parsed = parseProcedureJson(text.replaceAll(/"(id|from|to|actor)":"/g, '"$1":"x'));
  if (!parsed.ok) throw new RangeError(parsed.problem.message);
  return parsed.procedure;
}

function edited(procedure: Procedure, edits: readonly Edit[]): Procedure {
  const result = applyEdit(procedure, { type: 'batch', edits });
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}
