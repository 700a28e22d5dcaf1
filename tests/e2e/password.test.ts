import { describe, expect, it } from 'vitest';
import { makeAccount, signInByApi } from './support/api.ts';
import { signIn } from './support/browser.ts';
import { openAlur } from './support/openAlur.ts';

describe('my password', () => {
  const alur = openAlur();

  it('is changed by me alone, says what is wrong, and ends my sessions elsewhere', async () => {
    const account = await makeAccount(alur.api, 'Putra Sandi');
    const password = 'rahasia-kantor-3';
    const elsewhere = await signIn(await alur.openDevice(), account);
    const page = await signIn(await alur.openDevice(), account);
    await page.getByRole('button', { name: 'Menu Putra Sandi' }).click();
    await page.getByRole('menuitem', { name: 'Akun saya' }).click();
    const fill = async (current: string, next: string, repeated: string): Promise<void> => {
      await page.getByLabel('Kata sandi sekarang', { exact: true }).fill(current);
      await page.getByLabel('Kata sandi baru', { exact: true }).fill(next);
      await page.getByLabel('Ulangi kata sandi baru', { exact: true }).fill(repeated);
      await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    };

    await fill(account.password, password, 'rahasia-kantor-4');
    await page.getByRole('alert').getByText('Kedua kata sandi baru tidak sama.').waitFor();
    await fill(account.password, account.password, account.password);
    await page.getByRole('alert').getByText('harus berbeda').waitFor();
    await fill('salah-sama-sekali', password, password);
    await page.getByRole('alert').getByText('Kata sandi sekarang tidak cocok.').waitFor();
    await fill(account.password, password, password);
    await page.getByText('Kata sandi diganti.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();

    await elsewhere.reload();
    await elsewhere.getByRole('button', { name: 'Masuk' }).waitFor();
    await expect(signInByApi(alur.product, account)).rejects.toThrow('401');
    await signInByApi(alur.product, { ...account, password });
  });

  it('is given anew by an administrator and then chosen by me, and opens no closed account', async () => {
    const account = await makeAccount(alur.api, 'Lupa Sandi');
    const password = 'kuda-baterai-pena-9';
    const admin = await signIn(await alur.openDevice());
    await admin.goto('/pengguna');
    const act = async (action: string): Promise<void> => {
      await admin.getByRole('button', { name: 'Tindakan untuk Lupa Sandi' }).click();
      await admin.getByRole('menuitem', { name: action }).click();
    };

    await act('Beri kata sandi baru');
    await admin.getByRole('button', { name: 'Buat kata sandi awal' }).click();
    const initial = await admin.getByLabel('Kata sandi awal untuk Lupa Sandi').inputValue();
    await admin.keyboard.press('Escape');
    const person = await (await alur.openDevice()).newPage();
    await person.goto('/masuk');
    await person.getByLabel('Surel').fill(account.email);
    await person.getByLabel('Kata sandi', { exact: true }).fill(initial);
    await person.getByRole('button', { name: 'Masuk' }).click();
    await person.getByRole('heading', { name: 'Pilih kata sandi Anda' }).waitFor();
    await person.getByLabel('Kata sandi yang Anda terima').fill(initial);
    await person.getByLabel('Kata sandi baru', { exact: true }).fill(password);
    await person.getByLabel('Ulangi kata sandi baru', { exact: true }).fill(password);
    await person.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await person.getByText('Kata sandi Anda tersimpan.').waitFor();
    await person.goto('/akun');
    await person.getByText('Perangkat ini').waitFor();

    await act('Tutup akun');
    await admin.getByRole('dialog').getByRole('button', { name: 'Tutup akun' }).click();
    await admin.getByText('Ditutup').waitFor();
    await person.reload();
    await person.getByRole('button', { name: 'Masuk' }).waitFor();
    await expect(signInByApi(alur.product, { ...account, password })).rejects.toThrow('403');
  });
});
