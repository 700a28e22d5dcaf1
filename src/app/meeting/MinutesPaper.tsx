import type { MinutesBlock } from '#core/meeting/minutesBlocks.ts';
import './MinutesPaper.css';

export interface MinutesPaperProps {
  readonly blocks: readonly MinutesBlock[];
}

/** The minutes as they will be printed, as one long sheet. */
export function MinutesPaper({ blocks }: MinutesPaperProps) {
  return (
    <article className="minutesPaper" lang="id">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are told apart by their place.
        <Block key={index} block={block} />
      ))}
    </article>
  );
}

interface BlockProps {
  readonly block: MinutesBlock;
}

function Block({ block }: BlockProps) {
  switch (block.kind) {
    case 'letterhead':
      return (
        <header className="paperHead">
          {block.logo !== undefined && <img src={block.logo} alt="Logo" />}
          {block.lines.join('\n')}
        </header>
      );
    case 'title':
      return <h2 className="paperTitle">{block.text}</h2>;
    case 'facts':
      return (
        <dl className="paperFacts">
          {block.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'subheading':
      return <h4>{block.text}</h4>;
    case 'paragraph':
      return <p data-quiet={block.isQuiet || undefined}>{block.text}</p>;
    case 'lines':
      return (
        <ul className="paperLines">
          {block.lines.map(({ level, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are told apart by their place.
            <li key={index} style={{ marginInlineStart: `${level * 16}px` }}>
              {text}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table table={block} />;
    case 'signatures':
      return (
        <div className="paperSigners">
          {block.signers.map(({ role, name }) => (
            <p key={role}>
              {role}
              <strong>{name || '(...............................)'}</strong>
            </p>
          ))}
        </div>
      );
  }
}

interface TableProps {
  readonly table: Extract<MinutesBlock, { kind: 'table' }>;
}

function Table({ table: { name, columns, rows } }: TableProps) {
  return (
    <div className="paperScroll">
      <table aria-label={name}>
        <colgroup>
          {columns.map(({ title, share }) => (
            <col key={title} style={{ inlineSize: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((texts, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are told apart by their place.
            <tr key={row}>
              {texts.map((text, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as are the columns.
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
