declare global {
  namespace JSX {
    interface IntrinsicElements {
      li: { title: string };
    }
  }
}

export async function Panel(props: { ids: string[] }) {
  const rows = await Promise.all(props.ids.map(id => fetch(`https://x.example/${id}`)));
  return rows.map(row => <li title={row.statusText} />);
}
