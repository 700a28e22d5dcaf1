import { defineConfig } from 'vite';

/** The Node programs: the server and the `alur` command. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        alur: 'src/cli/alur.ts',
        fileWorker: 'server/http/files/fileWorker.ts',
        updateLogWorker: 'server/store/updateLogWorker.ts',
      },
      // One folder: whichever file the log ends up in, its worker lies beside it.
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // In one file, as browsers get it, it loads four times as fast.
        paths: { exceljs: 'exceljs/dist/exceljs.min.js' },
      },
    },
  },
});
